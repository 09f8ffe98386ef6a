import { MessageChannel, Worker } from 'node:worker_threads';
import type { CameraSettings, CameraState } from '../contract/camera.ts';
import type { CameraOrder, FromCamera, ToCamera } from './camera-line.ts';
import { Frame } from './frames.ts';
import { Newest } from './newest.ts';

interface Options {
  readonly framesPerSecond: number;
  readonly signal: AbortSignal;
  readonly onState: (state: CameraState) => void;
}

const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/**
 * The thread in which all cameras of this process live. A network that runs here blocks this thread for a while; pictures
 * that ffmpeg can't deliver meanwhile would pile up, and every camera would seem silent.
 */
export class CameraThread {
  readonly #worker = new Worker(new URL(`./camera-worker.${ending}`, import.meta.url));

  /** The newest frame of a camera each time one is asked for, until the signal and then the end of its ffmpeg. */
  async *frames(settings: CameraSettings, options: Options): AsyncGenerator<Frame, void, undefined> {
    const { framesPerSecond, signal, onState } = options;
    const { port1: port, port2 } = new MessageChannel();
    const arrived = new Newest<Frame>();
    port.on('message', (message: FromCamera) => {
      if (message.kind === 'state') onState(message.state);
      else if (message.kind === 'over') arrived.close();
      else if (!signal.aborted) arrived.put(new Frame(message.picture.atMs, message.picture));
    });
    const order: CameraOrder = { settings, framesPerSecond, port: port2 };
    this.#worker.postMessage(order, [port2]);
    const stop = (): void => {
      port.postMessage('stop' satisfies ToCamera);
    };
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    for await (const frame of arrived) {
      if (!signal.aborted) yield frame;
      port.postMessage('next' satisfies ToCamera);
    }
    port.close();
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}
