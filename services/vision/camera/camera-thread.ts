import { Worker } from 'node:worker_threads';
import type { CameraSettings } from '../../contract/camera.ts';
import { CameraLine, type LineOptions } from './camera-line.ts';

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

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}
