import { LUMA_HEIGHT, LUMA_WIDTH } from './luma-size.ts';
import type { Canvas, MotionWorkspace } from './motion-workspace.ts';

/** A camera may shake by this many pixels of the 320×180 picture to each side; the background keeps a margin of that width. */
export const MARGIN_X = 24;
export const MARGIN_Y = 16;
export const CANVAS_WIDTH = LUMA_WIDTH + 2 * MARGIN_X;
export const CANVAS_HEIGHT = LUMA_HEIGHT + 2 * MARGIN_Y;

/** Where the frame lies on the canvas, in pixels from the place where the first frame lay: |x| ≤ 24, |y| ≤ 16. */
export interface Shift {
  readonly x: number;
  readonly y: number;
}

/** A frame (the workspace's) as it was compared with its background: 1 in the mask where they differ. */
export interface Seen {
  readonly frame: Uint8Array;
  readonly mask: Uint8Array;
  readonly shift: Shift;
}

/** How a pixel is learnt: as background, or as what lies over it. The kernels know these values and their rates. */
export const Surface = { background: 0, foreground: 1, unconfirmed: 2, confirmed: 3, ghost: 4 } as const;

/** From this many observations on, a pixel's background counts as known. */
export const KNOWN_AGE = 4;

const FIRST_DEVIATION = 4;
/** One grey level, as mean and deviation hold it. */
const ONE = 128;

/**
 * What a camera sees when nothing moves: per pixel a running mean and mean absolute deviation of its brightness, and its
 * age, the number of frames that showed it. It lies on a canvas larger than the frame, since a shaking camera shows now
 * this and now that part of the scene. A young background learns by the plain average of what it saw, an older one at
 * 1/32 a frame, which serves 5 and 25 frames a second alike; what an object covers is all but held.
 */
export class Background {
  readonly canvas: Canvas;
  readonly #workspace: MotionWorkspace;

  private constructor(workspace: MotionWorkspace, canvas: Canvas) {
    this.#workspace = workspace;
    this.canvas = canvas;
  }

  /** Starts from one frame (320×180); all ages are 0. What the canvas held before is lost. */
  static begin(workspace: MotionWorkspace, canvas: Canvas, frame: Uint8Array): Background {
    const { mean, deviation, age, levels } = canvas;
    workspace.kernels.beginCanvas(
      workspace.offsetOf(frame),
      mean.byteOffset,
      deviation.byteOffset,
      age.byteOffset,
      levels.byteOffset,
      FIRST_DEVIATION * ONE,
    );
    return new Background(workspace, canvas);
  }

  /** Follows a change of light, in whole grey levels, that the whole scene shares. */
  brighten(change: number): void {
    const { mean, levels } = this.canvas;
    this.#workspace.kernels.brighten(mean.byteOffset, levels.byteOffset, change);
  }

  /** The same background in another light, on another canvas: `changes` has, for each of 256 grey levels, what to add to it. */
  relit(changes: Float32Array, canvas: Canvas): Background {
    const { kernels, changes: fixed } = this.#workspace;
    for (let level = 0; level < fixed.length; level++) fixed[level] = Math.round((changes[level] ?? 0) * ONE);
    canvas.deviation.set(this.canvas.deviation);
    canvas.age.set(this.canvas.age);
    const { mean, levels } = canvas;
    kernels.relight(this.canvas.mean.byteOffset, mean.byteOffset, levels.byteOffset, fixed.byteOffset);
    return new Background(this.#workspace, canvas);
  }

  /** Takes the pixels of a frame at `shift` where `mask` isn't 0 as background at once. */
  adopt(frame: Uint8Array, mask: Uint8Array, shift: Shift): void {
    const { mean, levels } = this.canvas;
    const at = canvasIndex(shift);
    this.#workspace.kernels.adopt(
      frame.byteOffset,
      this.#workspace.offsetOf(mask),
      mean.byteOffset + 2 * at,
      levels.byteOffset + at,
    );
  }

  /**
   * Learns a frame that lies at `shift`.
   * @param surface what each block (80×45) shows (see `Surface`); where it is 0, the mask tells foreground from background.
   */
  learn(seen: Seen, surface: Uint8Array): void {
    const { mean, deviation, age, levels } = this.canvas;
    const { kernels, surface: blocks } = this.#workspace;
    const at = canvasIndex(seen.shift);
    blocks.set(surface);
    kernels.learn(
      seen.frame.byteOffset,
      this.#workspace.offsetOf(seen.mask),
      blocks.byteOffset,
      mean.byteOffset + 2 * at,
      deviation.byteOffset + 2 * at,
      age.byteOffset + at,
      levels.byteOffset + at,
    );
  }

  /** What the background has under a frame that lies at `shift`: the workspace's `mean` (320×180), until the next call. */
  under(shift: Shift): Uint8ClampedArray {
    const { kernels, mean } = this.#workspace;
    kernels.copyWindow(this.canvas.levels.byteOffset + canvasIndex(shift), mean.byteOffset);
    return mean;
  }
}

/** The place on the canvas of the first pixel of a frame. */
export function canvasIndex(shift: Shift): number {
  return (MARGIN_Y + shift.y) * CANVAS_WIDTH + MARGIN_X + shift.x;
}
