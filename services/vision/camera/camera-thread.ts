import { Worker } from 'node:worker_threads';
import type { CameraSettings } from '../../contract/camera.ts';
import type { CameraId } from '../../contract/identifiers.ts';
import { CameraLine, type LineOptions } from './camera-line.ts';
import type { ThreadMeasures } from './camera-messages.ts';

const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/**
 * The thread in which all cameras of this process live. A network that runs here blocks this thread for a while; pictures
 * that ffmpeg can't deliver meanwhile would pile up, and every camera would seem silent.
 */
export class CameraThread {
  readonly #worker: Worker;

  /** Live video goes out by the pipe with this number; without one, it goes nowhere. */
  constructor(videoPipe?: string) {
    const argv = videoPipe === undefined ? [] : [videoPipe];
    this.#worker = new Worker(new URL(`./camera-worker.${ending}`, import.meta.url), { argv });
  }

  /** Connects to a camera. It is let go by the options' signal. */
  open(settings: CameraSettings, options: LineOptions): CameraLine {
    return new CameraLine(settings, options, (order) => {
      this.#worker.postMessage(order, [order.port]);
    });
  }

  /** What its cameras cost; nothing when the thread has ended meanwhile. */
  measure(cameraIds: readonly CameraId[]): Promise<ThreadMeasures> {
    return new Promise((resolve) => {
      const answer = (measures: ThreadMeasures): void => {
        this.#worker.off('exit', none);
        resolve(measures);
      };
      const none = (): void => {
        this.#worker.off('message', answer);
        resolve({ pids: [], lostToHub: 0 });
      };
      this.#worker.once('message', answer);
      this.#worker.once('exit', none);
      this.#worker.postMessage({ measure: cameraIds });
    });
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}
