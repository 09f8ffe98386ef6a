import { Arena } from './arena.ts';
import { LUMA_HEIGHT, LUMA_WIDTH } from './luma-size.ts';
import { bindMotionKernels, type MotionKernels } from './motion-kernels.ts';

const PIXELS = LUMA_WIDTH * LUMA_HEIGHT;
/** Patches that are looked for again are 12×12 pixels. */
export const PATCH = 12;
/** A patch has moved when it differs by this many grey levels on average where it was. */
const DIFFERS = 4;
/** Vectors may read beyond the last pixel. */
const GUARD = 16;

/** A place in a 320×180 frame, or how far something went, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The last frames (320×180) of a camera, to tell where parts of the present one have come from. */
export class FrameHistory {
  readonly #kernels: MotionKernels;
  readonly #frames: readonly Uint8Array[];
  #count = 0;

  /** @param baseline how many frames before the present one is the one that it is compared with. */
  constructor(baseline: number) {
    const arena = new Arena((baseline + 1) * (PIXELS + 2 * GUARD + 64) + 4096);
    this.#kernels = bindMotionKernels(arena.memory);
    this.#frames = Array.from({ length: baseline + 1 }, () => arena.bytes(PIXELS, GUARD));
  }

  /** The next frame, which is copied. */
  push(frame: Uint8Array): void {
    this.#frames[this.#count % this.#frames.length]?.set(frame);
    this.#count++;
  }

  /**
   * How far a patch moved from the compared frame to the present one: by up to 7 pixels each way, 0 when that can't be told.
   * @param at the patch's first pixel in the present frame.
   * @param from where it was if it stands still in the scene: elsewhere when the camera shook.
   */
  moveOf(at: Point, from: Point): Point {
    const { length } = this.#frames;
    const present = this.#frames[(this.#count + length - 1) % length];
    const past = this.#frames[this.#count % length];
    if (present === undefined || past === undefined || this.#count < length) return NOWHERE;
    const differs = DIFFERS * PATCH * PATCH;
    const packed = this.#kernels.findMove(
      present.byteOffset,
      past.byteOffset,
      at.x,
      at.y,
      from.x,
      from.y,
      differs,
    );
    if (packed === 0) return NOWHERE;
    const y = (packed + 128) >> 8;
    return { x: packed - 256 * y, y };
  }
}

const NOWHERE: Point = { x: 0, y: 0 };
