import { LUMA_HEIGHT, LUMA_WIDTH } from '../../../../services/vision/motion/luma.ts';

/** Pseudo-random numbers in 0..1 that are the same in each run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A scene of 64 overlapping flat rectangles, 400×260: larger than a frame, so that a camera can shake over it. */
export function texturedScene(seed: number): (x: number, y: number) => number {
  const random = seeded(seed);
  const width = 400;
  const height = 260;
  const pixels = new Uint8Array(width * height).fill(120);
  for (let n = 0; n < 64; n++) {
    const left = Math.floor(random() * width);
    const top = Math.floor(random() * height);
    const right = Math.min(width, left + 8 + Math.floor(random() * 60));
    const bottom = Math.min(height, top + 8 + Math.floor(random() * 50));
    const level = 50 + Math.floor(random() * 140);
    for (let y = top; y < bottom; y++) pixels.fill(level, y * width + left, y * width + right);
  }
  return (x, y) => pixels[(y + 40) * width + x + 40] ?? 0;
}

/** A 320×180 frame of `value(x, y)` with uniform noise of ± `noise` grey levels. */
export function frameOf(
  value: (x: number, y: number) => number,
  noise: { readonly levels: number; readonly random: () => number },
): Uint8Array {
  const frame = new Uint8ClampedArray(LUMA_WIDTH * LUMA_HEIGHT);
  for (let y = 0, i = 0; y < LUMA_HEIGHT; y++)
    for (let x = 0; x < LUMA_WIDTH; x++, i++)
      frame[i] = value(x, y) + (noise.random() * 2 - 1) * noise.levels;
  return new Uint8Array(frame);
}
