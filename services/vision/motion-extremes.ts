import { LUMA_HEIGHT, LUMA_WIDTH } from './luma.ts';

/** Greyscale dilation: each pixel of a 320×180 picture becomes the largest of its 3×3 neighbourhood inside the picture. */
export function dilate3(picture: Uint8Array, dilated: Uint8Array): void {
  const row = new Uint8Array(LUMA_WIDTH + 2);
  for (let y = 0; y < LUMA_HEIGHT; y++) {
    const middle = y * LUMA_WIDTH;
    const above = y === 0 ? middle : middle - LUMA_WIDTH;
    const below = y === LUMA_HEIGHT - 1 ? middle : middle + LUMA_WIDTH;
    for (let x = 0; x < LUMA_WIDTH; x++)
      row[x + 1] = max3(picture[above + x] ?? 0, picture[middle + x] ?? 0, picture[below + x] ?? 0);
    row[0] = row[1] ?? 0;
    row[LUMA_WIDTH + 1] = row[LUMA_WIDTH] ?? 0;
    for (let x = 0; x < LUMA_WIDTH; x++)
      dilated[middle + x] = max3(row[x] ?? 0, row[x + 1] ?? 0, row[x + 2] ?? 0);
  }
}

/** Greyscale erosion: each pixel of a 320×180 picture becomes the smallest of its 3×3 neighbourhood inside the picture. */
export function erode3(picture: Uint8Array, eroded: Uint8Array): void {
  const row = new Uint8Array(LUMA_WIDTH + 2);
  for (let y = 0; y < LUMA_HEIGHT; y++) {
    const middle = y * LUMA_WIDTH;
    const above = y === 0 ? middle : middle - LUMA_WIDTH;
    const below = y === LUMA_HEIGHT - 1 ? middle : middle + LUMA_WIDTH;
    for (let x = 0; x < LUMA_WIDTH; x++)
      row[x + 1] = min3(picture[above + x] ?? 0, picture[middle + x] ?? 0, picture[below + x] ?? 0);
    row[0] = row[1] ?? 0;
    row[LUMA_WIDTH + 1] = row[LUMA_WIDTH] ?? 0;
    for (let x = 0; x < LUMA_WIDTH; x++)
      eroded[middle + x] = min3(row[x] ?? 0, row[x + 1] ?? 0, row[x + 2] ?? 0);
  }
}

function max3(a: number, b: number, c: number): number {
  const larger = a > b ? a : b;
  return larger > c ? larger : c;
}

function min3(a: number, b: number, c: number): number {
  const smaller = a < b ? a : b;
  return smaller < c ? smaller : c;
}
