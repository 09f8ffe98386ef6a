import { LUMA_HEIGHT, LUMA_WIDTH } from './luma.ts';

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

/** How a pixel is learnt: as background, or as what lies over it. The values index the rates below. */
export const Surface = { background: 0, foreground: 1, unconfirmed: 2, confirmed: 3, ghost: 4 } as const;

/** From this many observations on, a pixel's background counts as known. */
export const KNOWN_AGE = 4;

const FIRST_DEVIATION = 4;
/** Mean and deviation are integers in 1/4096 of a grey level, and rates in 1/1024: exact enough, and far faster than floats. */
const FRACTION_BITS = 12;
/** One grey level, as mean and deviation hold it. */
export const ONE = 1 << FRACTION_BITS;
const RATE_BITS = 10;
/** Learning rates per frame: 1/32 serves 5 and 25 frames a second alike, and what an object covers is all but held. */
const RATE = 1 / 32;
const SLOW = 1 / 256;
const HOLD = 1 / 512;
const FAST = 1 / 16;
const OLDEST = 255;

/** Learning rate of the mean at [surface × 256 + age]; a young background learns by the plain average of what it saw. */
const MEAN_RATES = ratesOf((surface, base, age) => {
  if (surface === Surface.foreground) return Math.min(base, Math.max(SLOW, 1 / age / 8));
  if (surface === Surface.unconfirmed) return SLOW;
  if (surface === Surface.confirmed) return HOLD;
  return surface === Surface.ghost ? FAST : base;
});

/** The deviation is frozen under a confirmed object, or it would learn the object's contrast as flicker. */
const DEVIATION_RATES = ratesOf((surface, base) => {
  if (surface === Surface.confirmed) return 0;
  return surface === Surface.foreground || surface === Surface.unconfirmed ? base / 8 : base;
});

/**
 * What a camera sees when nothing moves: per pixel a running mean and mean absolute deviation of its brightness, and its
 * age, the number of frames that showed it. It lies on a canvas larger than the frame, since a shaking camera shows now
 * this and now that part of the scene.
 */
export class Background {
  /** In 1/4096 of a grey level, as the deviation. */
  readonly mean: Int32Array;
  readonly deviation: Int32Array;
  readonly age: Uint8Array;
  /** The mean in whole grey levels 0..255. */
  readonly levels: Uint8ClampedArray;

  /** Starts from one frame (320×180); all ages are 0. */
  constructor(frame: Uint8Array) {
    this.mean = new Int32Array(CANVAS_WIDTH * CANVAS_HEIGHT);
    this.deviation = new Int32Array(CANVAS_WIDTH * CANVAS_HEIGHT).fill(FIRST_DEVIATION * ONE);
    this.age = new Uint8Array(CANVAS_WIDTH * CANVAS_HEIGHT);
    this.levels = new Uint8ClampedArray(CANVAS_WIDTH * CANVAS_HEIGHT);
    for (let y = 0; y < CANVAS_HEIGHT; y++) {
      const row = clamp(y - MARGIN_Y, LUMA_HEIGHT - 1) * LUMA_WIDTH;
      for (let x = 0; x < CANVAS_WIDTH; x++)
        this.mean[y * CANVAS_WIDTH + x] = (frame[row + clamp(x - MARGIN_X, LUMA_WIDTH - 1)] ?? 0) * ONE;
    }
    this.#level();
  }

  /** Follows a change of light, in grey levels, that the whole scene shares. */
  brighten(change: number): void {
    const { mean } = this;
    const difference = Math.round(change * ONE);
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + difference;
    this.#level();
  }

  /** The same background in another light: `changes` has, for each of 256 grey levels, what to add to it. */
  relit(changes: Float32Array): Background {
    const other = new Background(new Uint8Array(0));
    other.deviation.set(this.deviation);
    other.age.set(this.age);
    for (let i = 0; i < other.mean.length; i++) {
      const level = this.mean[i] ?? 0;
      const grey = Math.min(Math.max(level >> FRACTION_BITS, 0), 255);
      other.mean[i] = level + Math.round((changes[grey] ?? 0) * ONE);
    }
    other.#level();
    return other;
  }

  /** Takes the pixels of a frame at `shift` where `mask` is 1 as background at once. */
  adopt(frame: Uint8Array, mask: Uint8Array, shift: Shift): void {
    for (let y = 0, from = 0; y < LUMA_HEIGHT; y++) {
      let i = canvasIndex(shift, y);
      for (let x = 0; x < LUMA_WIDTH; x++, from++, i++)
        if (mask[from] === 1) this.mean[i] = (frame[from] ?? 0) * ONE;
    }
    this.#level();
  }

  /** Learns a frame that lies at `shift`; `surface` says for each of its pixels what it shows. */
  learn(frame: Uint8Array, surface: Uint8Array, shift: Shift): void {
    const { mean, deviation, age, levels } = this;
    for (let y = 0, from = 0; y < LUMA_HEIGHT; y++) {
      let i = canvasIndex(shift, y);
      for (let x = 0; x < LUMA_WIDTH; x++, from++, i++) {
        const seen = age[i] ?? 0;
        const older = seen < OLDEST ? seen + 1 : OLDEST;
        age[i] = older;
        const rate = ((surface[from] ?? 0) << 8) + older;
        const known = mean[i] ?? 0;
        const difference = ((frame[from] ?? 0) << FRACTION_BITS) - known;
        const spread = deviation[i] ?? 0;
        const distance = (difference ^ (difference >> 31)) - (difference >> 31);
        deviation[i] = spread + (Math.imul(distance - spread, DEVIATION_RATES[rate] ?? 0) >> RATE_BITS);
        const learnt = known + (Math.imul(difference, MEAN_RATES[rate] ?? 0) >> RATE_BITS);
        mean[i] = learnt;
        levels[i] = (learnt + ONE / 2) >> FRACTION_BITS;
      }
    }
  }

  #level(): void {
    const { mean, levels } = this;
    for (let i = 0; i < CANVAS_WIDTH * CANVAS_HEIGHT; i++)
      levels[i] = ((mean[i] ?? 0) + ONE / 2) >> FRACTION_BITS;
  }
}

/** What a picture of the canvas has under a frame that lies at `shift`: 320×180. */
export function windowOf(canvas: Uint8ClampedArray, shift: Shift): Uint8ClampedArray {
  const window = new Uint8ClampedArray(LUMA_WIDTH * LUMA_HEIGHT);
  for (let y = 0; y < LUMA_HEIGHT; y++) {
    const from = canvasIndex(shift, y);
    window.set(canvas.subarray(from, from + LUMA_WIDTH), y * LUMA_WIDTH);
  }
  return window;
}

/** The place on the canvas of a frame's first pixel in row `y`. */
export function canvasIndex(shift: Shift, y: number): number {
  return (MARGIN_Y + shift.y + y) * CANVAS_WIDTH + MARGIN_X + shift.x;
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}

function ratesOf(rate: (surface: number, base: number, age: number) => number): Int32Array {
  return Int32Array.from({ length: 5 * 256 }, (_, i) => {
    const age = Math.max(i & 255, 1);
    return Math.round(rate(i >> 8, Math.max(RATE, 1 / age), age) * 2 ** RATE_BITS);
  });
}
