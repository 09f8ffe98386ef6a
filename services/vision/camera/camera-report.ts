import type { CameraState } from '../../contract/camera.ts';
import type { StreamName } from '../../contract/video.ts';
import { Arrivals } from './arrivals.ts';
import type { CameraPicture } from './camera.ts';
import type { Decoding } from './gate.ts';
import type { Ring } from './ring.ts';

type Live = Extract<CameraState, { kind: 'live' }>;

/** What there is to tell of a camera that is live: how fast its pictures come, how large they are, how many were dropped. */
export class CameraReport {
  readonly #framesPerSecond: number;
  readonly #stream: StreamName;
  readonly #ring: () => Ring | null;
  #arrivals: Arrivals;
  #dropped = 0;
  #decoding: Decoding = 'all';
  #told: Decoding = 'all';
  #missing: Live['missing'];
  #missingTold: Live['missing'];

  constructor({
    framesPerSecond,
    stream,
    ring,
  }: {
    readonly framesPerSecond: number;
    readonly stream: StreamName;
    /** What is kept for a recording; null: nothing. */
    readonly ring: () => Ring | null;
  }) {
    this.#framesPerSecond = framesPerSecond;
    this.#stream = stream;
    this.#ring = ring;
    this.#arrivals = new Arrivals(framesPerSecond);
  }

  /** True when the picture waited on its way. One that was decoded on demand is as old as it says. */
  arrived({ glance }: CameraPicture, decoding: Decoding): boolean {
    this.#decoding = decoding;
    const late = this.#arrivals.add(performance.now());
    return late && decoding === 'all' && !glance;
  }

  /** Another stream of the camera is lost, or is not any more. */
  misses(missing: Live['missing']): void {
    this.#missing = missing;
  }

  dropped(): void {
    this.#dropped += 1;
  }

  /** Some seconds have passed, or something else is decoded or missing now. */
  get isDue(): boolean {
    const isNew = this.#decoding !== this.#told || this.#missing !== this.#missingTold;
    return isNew || this.#arrivals.reportIsDue;
  }

  /** A connection begins with this picture. */
  begin(picture: CameraPicture): Live {
    this.#arrivals = new Arrivals(this.#framesPerSecond);
    this.#arrivals.add(performance.now());
    return this.state(picture, Date.now());
  }

  state({ width, height }: CameraPicture, sinceMs: number): Live {
    this.#told = this.#decoding;
    this.#missingTold = this.#missing;
    const ring = this.#ring();
    return {
      kind: 'live',
      sinceMs,
      framesPerSecond: this.#arrivals.report(),
      width,
      height,
      droppedFrames: this.#dropped,
      stream: this.#stream,
      decoding: this.#decoding,
      ...(ring === null
        ? {}
        : { preRoll: { bytes: ring.bytes, seconds: Math.round(ring.milliseconds / 1000) } }),
      ...(this.#missing === undefined ? {} : { missing: this.#missing }),
    };
  }
}
