import { Arena } from './arena.ts';
import { LUMA_HEIGHT, LUMA_WIDTH } from './luma-size.ts';
import { CANVAS_HEIGHT, CANVAS_WIDTH } from './motion-background.ts';
import { BLOCK_COLUMNS, BLOCK_ROWS } from './motion-blocks.ts';
import { bindMotionKernels, type MotionKernels } from './motion-kernels.ts';

const PIXELS = LUMA_WIDTH * LUMA_HEIGHT;
const BLOCKS = BLOCK_COLUMNS * BLOCK_ROWS;
/** Backgrounds that are held at the same time: the present one, the former one and one that is tried. */
const CANVASES = 3;
/** Blocks with a rim, as the kernel that closes gaps takes them. */
const RIMMED_COLUMNS = BLOCK_COLUMNS + 32;
const RIMMED_ROWS = BLOCK_ROWS + 2;
/** Neighbours of the canvas's first and last pixels lie this far outside of it, and read as 0. */
const GUARD = CANVAS_WIDTH + 16;
const MEGABYTE = 2 ** 20;

/** The planes of one background, 368×212 each, and the mask of the frame that was last laid on it (320×180). */
export interface Canvas {
  /** (Grey level - 128) × 128. */
  readonly mean: Int16Array;
  /** Mean absolute deviation in 1/128 of a grey level. */
  readonly deviation: Int16Array;
  /** Number of frames that showed the pixel, at most 32. */
  readonly age: Uint8Array;
  /** The mean in whole grey levels. */
  readonly levels: Uint8ClampedArray;
  readonly mask: Uint8Array;
}

/** The memory and kernels of one camera's motion detector: 2 MB, of which nothing is shared with another's. */
export class MotionWorkspace {
  readonly #arena = new Arena(2 * MEGABYTE);
  readonly kernels: MotionKernels = bindMotionKernels(this.#arena.memory);
  readonly canvases: readonly Canvas[] = Array.from({ length: CANVASES }, () => ({
    mean: this.#arena.int16(CANVAS_WIDTH * CANVAS_HEIGHT, GUARD),
    deviation: this.#arena.int16(CANVAS_WIDTH * CANVAS_HEIGHT, GUARD),
    age: this.#arena.bytes(CANVAS_WIDTH * CANVAS_HEIGHT),
    levels: this.#arena.clamped(CANVAS_WIDTH * CANVAS_HEIGHT, GUARD),
    mask: this.#arena.bytes(PIXELS),
  }));
  /** The picture as it came, smoothed, and what the background has under it. */
  readonly luma = this.#arena.bytes(PIXELS);
  readonly frame = this.#arena.bytes(PIXELS);
  readonly mean = this.#arena.clamped(PIXELS);
  /** For what comes from outside of this memory. */
  readonly visiting = this.#arena.bytes(PIXELS);
  /** For each pixel of a row, in each row of blocks, its least difference and the factor of its band in 1/16. */
  readonly leasts = this.#arena.bytes(LUMA_WIDTH * BLOCK_ROWS);
  readonly factors = this.#arena.bytes(LUMA_WIDTH * BLOCK_ROWS);
  /** Foreground pixels in each of the picture's twelve cells. */
  readonly cells = this.#arena.uint32(12);
  /** Per block, what is gathered and what it shows. */
  readonly blocks = this.#arena.bytes(BLOCKS);
  readonly surface = this.#arena.bytes(BLOCKS);
  readonly moving = this.#arena.bytes(RIMMED_COLUMNS * RIMMED_ROWS);
  readonly dilated = this.#arena.bytes(RIMMED_COLUMNS * RIMMED_ROWS).fill(1);
  readonly changes = this.#arena.int16(256);
  readonly scratch = this.#arena.bytes(24 * 1024);

  /** The offset of an array of up to 320×180 bytes; one from outside is copied to where the one before it was. */
  offsetOf(array: Uint8Array): number {
    if (this.#arena.holds(array)) return array.byteOffset;
    this.visiting.set(array);
    return this.visiting.byteOffset;
  }
}
