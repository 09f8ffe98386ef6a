import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { CameraSettings, CameraState } from '../../contract/camera.ts';
import type { RecordingWish } from '../../contract/video.ts';
import type { CameraOrder, FromCamera, StreamWatch, ToCamera } from './camera-messages.ts';
import type { CameraPicture } from './camera.ts';
import { Frame } from '../frames.ts';
import type { Hardware } from './hardware.ts';
import { Newest } from './newest.ts';

export interface LineOptions {
  readonly framesPerSecond: number;
  readonly hardware: Hardware | null;
  readonly signal: AbortSignal;
  readonly onState: (state: CameraState) => void;
  /** Makes private what must not be seen, before anybody else gets the frame. */
  readonly blacken: (frame: Frame) => void;
}

/** The line to one camera, which lives in another thread. */
export class CameraLine {
  readonly #options: LineOptions;
  readonly #port: MessagePort;
  readonly #arrived = new Newest<Frame>();
  readonly #moments = new Map<number, (frame: Frame | null) => void>();
  #asked = 0;
  #moving = false;
  #newestAtMs: number | null = null;

  constructor(settings: CameraSettings, options: LineOptions, open: (order: CameraOrder) => void) {
    const { port1, port2 } = new MessageChannel();
    const { framesPerSecond, hardware, signal } = options;
    this.#options = options;
    this.#port = port1;
    port1.on('message', (message: FromCamera) => {
      this.#hear(message);
    });
    open({ settings, framesPerSecond, hardware, port: port2 });
    const stop = (): void => {
      this.#say({ kind: 'stop' });
    };
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  }

  /** When the newest picture came, milliseconds since 1970; null before the first. */
  get newestAtMs(): number | null {
    return this.#newestAtMs;
  }

  /** The newest frame each time one is asked for, which is gone when the next one is; until the signal and then the end of the camera's ffmpegs. */
  async *frames(): AsyncGenerator<Frame, void, undefined> {
    for await (const frame of this.#arrived) {
      if (!this.#options.signal.aborted) yield frame;
      const memory = frame.release();
      this.#say({ kind: 'next', moving: this.#moving, memory }, memory === null ? [] : [memory]);
    }
    this.#port.close();
  }

  /** Whether something moves in the frame that was given last: as long as it does, all of the stream is decoded. */
  moved(moving: boolean): void {
    this.#moving = moving;
  }

  watch(watch: StreamWatch): void {
    this.#say({ kind: 'watch', watch });
  }

  /** What of the camera is kept and recorded; null: nothing. */
  record(wish: RecordingWish | null): void {
    this.#say({ kind: 'record', wish });
  }

  /** The main stream as it is now; null when it has nothing to show, or when the line is closed. */
  moment(): Promise<Frame | null> {
    if (this.#options.signal.aborted) return Promise.resolve(null);
    this.#asked += 1;
    const id = this.#asked;
    this.#say({ kind: 'moment', id });
    return new Promise((resolve) => this.#moments.set(id, resolve));
  }

  #say(message: ToCamera, given: readonly ArrayBuffer[] = []): void {
    this.#port.postMessage(message, given);
  }

  #hear(message: FromCamera): void {
    const { onState, signal } = this.#options;
    if (message.kind === 'state') onState(message.state);
    else if (message.kind === 'over') this.#close();
    else if (message.kind === 'moment') this.#answer(message.id, message.picture);
    else if (!signal.aborted) {
      this.#newestAtMs = message.picture.atMs;
      this.#arrived.put(this.#frameOf(message.picture));
    }
  }

  #answer(id: number, picture: CameraPicture | null): void {
    this.#moments.get(id)?.(picture === null ? null : this.#frameOf(picture));
    this.#moments.delete(id);
  }

  #frameOf(picture: CameraPicture): Frame {
    const frame = new Frame(picture.atMs, picture);
    this.#options.blacken(frame);
    return frame;
  }

  #close(): void {
    this.#arrived.close();
    for (const resolve of this.#moments.values()) resolve(null);
    this.#moments.clear();
  }
}
