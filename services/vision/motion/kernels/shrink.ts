import { WIDTH } from './geometry';

/** Columns that are added up side by side. */
const STRIP: i32 = 32;

/** The weighted sums of 32 columns as 16-bit numbers, with weights that sum up to 128. */
function sumColumns(source: usize, width: i32, rows: i32, weights: usize, sums: usize): void {
  let first = i16x8.splat(0);
  let second = i16x8.splat(0);
  let third = i16x8.splat(0);
  let fourth = i16x8.splat(0);
  for (let end = weights + rows; weights < end; weights++) {
    const weight = i16x8.splat(<i16>load<u8>(weights));
    first = i16x8.add(first, i16x8.mul(v128.load8x8_u(source), weight));
    second = i16x8.add(second, i16x8.mul(v128.load8x8_u(source, 8), weight));
    third = i16x8.add(third, i16x8.mul(v128.load8x8_u(source, 16), weight));
    fourth = i16x8.add(fourth, i16x8.mul(v128.load8x8_u(source, 24), weight));
    source += width;
  }
  v128.store(sums, first);
  v128.store(sums, second, 16);
  v128.store(sums, third, 32);
  v128.store(sums, fourth, 48);
}

/** The weighted sum of `taps` columns, 8 at a time, as 4 parts yet to be added. */
function sumRow(sums: usize, weights: usize, taps: i32): v128 {
  let parts = i32x4.dot_i16x8_s(v128.load(sums), v128.load(weights));
  for (let tap = 16; tap < 2 * taps; tap += 16)
    parts = i32x4.add(parts, i32x4.dot_i16x8_s(v128.load(sums + tap), v128.load(weights + tap)));
  return parts;
}

/** Adds up the parts of four numbers. */
function joined(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.add(i32x4.shuffle(a, b, 0, 1, 4, 5), i32x4.shuffle(a, b, 2, 3, 6, 7));
  const cd = i32x4.add(i32x4.shuffle(c, d, 0, 1, 4, 5), i32x4.shuffle(c, d, 2, 3, 6, 7));
  return i32x4.add(i32x4.shuffle(ab, cd, 0, 2, 4, 6), i32x4.shuffle(ab, cd, 1, 3, 5, 7));
}

/**
 * One row of 320 pixels from `rows` rows of `width`, by weights.
 * @param rowWeights a byte for each row, 128 in all.
 * @param columns for each target pixel the byte offset of its first sum (u32), then `taps` weights (i16), 256 in all.
 * @param sums scratch of 2 × (width + taps + 32) bytes; as many as 32 bytes behind the source are read.
 * @param taps a multiple of 8.
 */
export function shrinkRow(
  source: usize,
  width: i32,
  rows: i32,
  rowWeights: usize,
  columns: usize,
  taps: i32,
  sums: usize,
  target: usize,
): void {
  for (let x = 0; x < width; x += STRIP) sumColumns(source + x, width, rows, rowWeights, sums + 2 * x);
  const weights = columns + 4 * WIDTH;
  const stride = 2 * taps;
  for (let x = 0; x < WIDTH; x += 4) {
    const first = columns + 4 * x;
    const own = weights + x * stride;
    const four = joined(
      sumRow(sums + load<u32>(first), own, taps),
      sumRow(sums + load<u32>(first, 4), own + stride, taps),
      sumRow(sums + load<u32>(first, 8), own + 2 * stride, taps),
      sumRow(sums + load<u32>(first, 12), own + 3 * stride, taps),
    );
    const rounded = i32x4.shr_u(i32x4.add(four, i32x4.splat(1 << 14)), 15);
    const words = i16x8.narrow_i32x4_u(rounded, rounded);
    v128.store32_lane(target + x, i8x16.narrow_i16x8_u(words, words), 0);
  }
}
