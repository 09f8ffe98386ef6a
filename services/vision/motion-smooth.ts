import { LUMA_HEIGHT, LUMA_WIDTH } from './luma.ts';

/**
 * Smooths a 320×180 picture with the 3×3 binomial (Gaussian) kernel 1-2-1; beyond its edge the picture repeats its last
 * row and column. Sensor noise drops to 0.375 of its deviation and an edge moves by less than a pixel.
 */
export function smooth(luma: Uint8Array, smoothed: Uint8Array): void {
  const row = new Uint16Array(LUMA_WIDTH + 2);
  for (let y = 0; y < LUMA_HEIGHT; y++) {
    const middle = y * LUMA_WIDTH;
    const above = y === 0 ? middle : middle - LUMA_WIDTH;
    const below = y === LUMA_HEIGHT - 1 ? middle : middle + LUMA_WIDTH;
    for (let x = 0; x < LUMA_WIDTH; x++)
      row[x + 1] = (luma[above + x] ?? 0) + 2 * (luma[middle + x] ?? 0) + (luma[below + x] ?? 0);
    row[0] = row[1] ?? 0;
    row[LUMA_WIDTH + 1] = row[LUMA_WIDTH] ?? 0;
    for (let x = 0; x < LUMA_WIDTH; x++)
      smoothed[middle + x] = ((row[x] ?? 0) + 2 * (row[x + 1] ?? 0) + (row[x + 2] ?? 0) + 8) >> 4;
  }
}
