/** What weights of rows sum up to where all of them lie in the picture. */
const UNIT: f32 = 16384;

/** Four sums of a byte of each of two rows, by the weights of the two. */
function weighed(pairs: v128, weights: v128): v128 {
  return i32x4.dot_i16x8_s(pairs, weights);
}

function storeScaled(target: usize, sums: v128): void {
  v128.store(target, f32x4.mul(f32x4.convert_i32x4_s(sums), f32x4.splat(1 / UNIT)));
}

/**
 * The weighted sum of rows of bytes, as floats.
 * @param stride bytes from one row to the next.
 * @param bytes of a row; as many as fill vectors of 16 are read and written.
 * @param weights an i16 for each row in pairs, 16384 for the whole of it; where their count is odd, the last pair has a 0, and
 * the row behind is read.
 */
export function blendRows(
  rows: usize,
  stride: usize,
  bytes: i32,
  weights: usize,
  pairs: i32,
  sums: usize,
): void {
  const none = i32x4.splat(0);
  for (let end = rows + bytes; rows < end; rows += 16) {
    let first = none;
    let second = none;
    let third = none;
    let fourth = none;
    let row = rows;
    for (let pair = 0; pair < pairs; pair++) {
      const both = v128.load32_splat(weights + 4 * pair);
      const upper = v128.load(row);
      const lower = v128.load(row + stride);
      const left = i8x16.shuffle(upper, lower, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
      const right = i8x16.shuffle(upper, lower, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
      first = i32x4.add(first, weighed(i16x8.extend_low_i8x16_u(left), both));
      second = i32x4.add(second, weighed(i16x8.extend_high_i8x16_u(left), both));
      third = i32x4.add(third, weighed(i16x8.extend_low_i8x16_u(right), both));
      fourth = i32x4.add(fourth, weighed(i16x8.extend_high_i8x16_u(right), both));
      row += 2 * stride;
    }
    storeScaled(sums, first);
    storeScaled(sums + 16, second);
    storeScaled(sums + 32, third);
    storeScaled(sums + 48, fourth);
    sums += 64;
  }
}

/**
 * One row of target pixels, red, green and blue bytes, from one of float sums; each is rounded.
 * @param firsts for each target pixel the byte offset of its first source pixel in the sums (u32).
 * @param weights for each target pixel as many floats as `taps`: of its source pixels, which are read even where it is 0.
 * @param target one byte more than the row is written.
 */
export function blendColumns(
  sums: usize,
  firsts: usize,
  weights: usize,
  taps: i32,
  cells: i32,
  target: usize,
): void {
  const half = f32x4.splat(0.5);
  for (let end = firsts + 4 * cells; firsts < end; firsts += 4) {
    let pixel = half;
    let source = sums + load<u32>(firsts);
    for (let last = weights + 4 * taps; weights < last; weights += 4) {
      pixel = f32x4.add(pixel, f32x4.mul(v128.load(source), v128.load32_splat(weights)));
      source += 12;
    }
    const words = i16x8.narrow_i32x4_u(i32x4.trunc_sat_f32x4_s(pixel), i32x4.splat(0));
    v128.store32_lane(target, i8x16.narrow_i16x8_u(words, words), 0);
    target += 3;
  }
}
