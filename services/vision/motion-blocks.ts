import { LUMA_HEIGHT, LUMA_WIDTH } from './luma.ts';

/** Motion is gathered in blocks of 4×4 pixels: 80×45 of them. */
export const BLOCK = 4;
export const BLOCK_COLUMNS = LUMA_WIDTH / BLOCK;
export const BLOCK_ROWS = LUMA_HEIGHT / BLOCK;

/** A block moves when this many of its 16 pixels do. */
const LEAST_PIXELS = 3;

/** The blocks (1 or 0) of a foreground mask (320×180, 1 or 0), with gaps of one block closed. */
export function blocksOf(mask: Uint8Array): Uint8Array {
  const counts = new Uint8Array(BLOCK_COLUMNS * BLOCK_ROWS);
  for (let y = 0, from = 0; y < LUMA_HEIGHT; y++) {
    let to = (y >> 2) * BLOCK_COLUMNS;
    for (let x = 0; x < LUMA_WIDTH; x += BLOCK, from += BLOCK, to++)
      counts[to] =
        (counts[to] ?? 0) +
        (mask[from] ?? 0) +
        (mask[from + 1] ?? 0) +
        (mask[from + 2] ?? 0) +
        (mask[from + 3] ?? 0);
  }
  for (let i = 0; i < counts.length; i++) counts[i] = (counts[i] ?? 0) >= LEAST_PIXELS ? 1 : 0;
  return closed(counts);
}

/** Morphological closing by 3×3: dilation, then erosion. Beyond the edge nothing is dilated from nor eroded by. */
function closed(blocks: Uint8Array): Uint8Array {
  return spread(spread(blocks, 1), 0);
}

/** Gives `value` to each block that has it in its 3×3 neighbourhood. */
function spread(blocks: Uint8Array, value: number): Uint8Array {
  const result = blocks.slice();
  for (let y = 0; y < BLOCK_ROWS; y++)
    for (let x = 0; x < BLOCK_COLUMNS; x++)
      if (blocks[y * BLOCK_COLUMNS + x] === value) fillAround(result, { x, y, value });
  return result;
}

function fillAround(
  blocks: Uint8Array,
  spot: { readonly x: number; readonly y: number; readonly value: number },
): void {
  const left = Math.max(spot.x - 1, 0);
  const right = Math.min(spot.x + 1, BLOCK_COLUMNS - 1);
  for (let y = Math.max(spot.y - 1, 0); y <= Math.min(spot.y + 1, BLOCK_ROWS - 1); y++)
    blocks.fill(spot.value, y * BLOCK_COLUMNS + left, y * BLOCK_COLUMNS + right + 1);
}
