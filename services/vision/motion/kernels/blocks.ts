import { COLUMNS, LANES, ROWS, WIDTH } from './geometry';

/** The scratch pictures of blocks have a rim; one row is rim, 80 blocks, rim. */
const STRIDE: i32 = 112;

/** The number of marks in each of 4 blocks of 4×4 pixels, as 32-bit numbers. */
function countsOf(mask: usize): v128 {
  const columns = i8x16.add(
    i8x16.add(v128.load(mask), v128.load(mask + WIDTH)),
    i8x16.add(v128.load(mask + 2 * WIDTH), v128.load(mask + 3 * WIDTH)),
  );
  return i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(columns));
}

function anyAround(centre: usize): v128 {
  let any = v128.load(centre);
  for (let row = centre - STRIDE; row <= centre + STRIDE; row += STRIDE)
    any = v128.or(v128.or(any, v128.load(row)), v128.or(v128.load(row - 1), v128.load(row + 1)));
  return any;
}

function allAround(centre: usize): v128 {
  let all = v128.load(centre);
  for (let row = centre - STRIDE; row <= centre + STRIDE; row += STRIDE)
    all = v128.and(v128.and(all, v128.load(row)), v128.and(v128.load(row - 1), v128.load(row + 1)));
  return all;
}

/**
 * Gathers a mask (1 or 0) in blocks of 4×4 pixels, 1 where `least` pixels or more are marked, and closes gaps by 3×3.
 * @param moving and `dilated`: scratch of 112 × 47 bytes each, with a rim of 0 and of 1 that nobody else writes.
 */
export function gatherBlocks(mask: usize, blocks: usize, moving: usize, dilated: usize, least: i32): void {
  const first = STRIDE + LANES;
  const enough = i8x16.splat(<u8>least);
  for (let y = 0; y < ROWS; y++)
    for (let x = 0; x < COLUMNS; x += LANES) {
      const from = mask + 4 * (y * WIDTH + x);
      const counts = i8x16.narrow_i16x8_u(
        i16x8.narrow_i32x4_u(countsOf(from), countsOf(from + 16)),
        i16x8.narrow_i32x4_u(countsOf(from + 32), countsOf(from + 48)),
      );
      v128.store(moving + first + y * STRIDE + x, v128.and(i8x16.ge_u(counts, enough), i8x16.splat(1)));
    }
  for (let y = 0; y < ROWS; y++)
    for (let x = 0; x < COLUMNS; x += LANES) {
      const at = first + y * STRIDE + x;
      v128.store(dilated + at, anyAround(moving + at));
    }
  for (let y = 0; y < ROWS; y++)
    for (let x = 0; x < COLUMNS; x += LANES)
      v128.store(blocks + y * COLUMNS + x, allAround(dilated + first + y * STRIDE + x));
}
