/** 8192 and a half: results are rounded when they are shifted right by 13. */
const SHIFT: i32 = 13;
const HALF: i32 = 4096;

/** Eight 16-bit pairs' weighted sums, two vectors of four, as eight rounded 16-bit numbers. */
function rounded(low: v128, high: v128): v128 {
  const half = i32x4.splat(HALF);
  return i16x8.narrow_i32x4_s(
    i32x4.shr_s(i32x4.add(low, half), SHIFT),
    i32x4.shr_s(i32x4.add(high, half), SHIFT),
  );
}

/** Of eight pairs (a, b), each a · first + b · second, where `weights` holds both. */
function mixed(a: v128, b: v128, weights: v128): v128 {
  const low = i16x8.shuffle(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
  const high = i16x8.shuffle(a, b, 4, 12, 5, 13, 6, 14, 7, 15);
  return rounded(i32x4.dot_i16x8_s(low, weights), i32x4.dot_i16x8_s(high, weights));
}

/** Eight greens: y and u by the first weights, v by the second. */
function greens(y: v128, u: v128, v: v128, weights: v128, more: v128): v128 {
  const none = i16x8.splat(0);
  const low = i32x4.add(
    i32x4.dot_i16x8_s(i16x8.shuffle(y, u, 0, 8, 1, 9, 2, 10, 3, 11), weights),
    i32x4.dot_i16x8_s(i16x8.shuffle(v, none, 0, 8, 1, 9, 2, 10, 3, 11), more),
  );
  const high = i32x4.add(
    i32x4.dot_i16x8_s(i16x8.shuffle(y, u, 4, 12, 5, 13, 6, 14, 7, 15), weights),
    i32x4.dot_i16x8_s(i16x8.shuffle(v, none, 4, 12, 5, 13, 6, 14, 7, 15), more),
  );
  return rounded(low, high);
}

/** Each of eight chroma bytes twice, less 128. */
function doubled(bytes: v128): v128 {
  const twice = i8x16.shuffle(bytes, bytes, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7);
  return i8x16.sub(twice, i8x16.splat(-128));
}

/**
 * A row of YUV 4:2:0 of limited range as red, green and blue bytes. The weights are in parts of 8192.
 * @param width as many pixels as fill vectors of 16 are read and written.
 */
export function toRgb(
  luma: usize,
  u: usize,
  v: usize,
  width: i32,
  brightness: i32,
  redFromV: i32,
  greenFromU: i32,
  greenFromV: i32,
  blueFromU: i32,
  target: usize,
): void {
  const black = i16x8.splat(16);
  const red = i32x4.splat((brightness & 0xffff) | (redFromV << 16));
  const green = i32x4.splat((brightness & 0xffff) | (-greenFromU << 16));
  const greenToo = i32x4.splat(-greenFromV & 0xffff);
  const blue = i32x4.splat((brightness & 0xffff) | (blueFromU << 16));
  for (let end = luma + width; luma < end; luma += 16) {
    const bytes = v128.load(luma);
    const us = doubled(v128.load64_zero(u));
    const vs = doubled(v128.load64_zero(v));
    const y0 = i16x8.sub(i16x8.extend_low_i8x16_u(bytes), black);
    const y1 = i16x8.sub(i16x8.extend_high_i8x16_u(bytes), black);
    const u0 = i16x8.extend_low_i8x16_s(us);
    const u1 = i16x8.extend_high_i8x16_s(us);
    const v0 = i16x8.extend_low_i8x16_s(vs);
    const v1 = i16x8.extend_high_i8x16_s(vs);
    const reds = i8x16.narrow_i16x8_u(mixed(y0, v0, red), mixed(y1, v1, red));
    const greenBytes = i8x16.narrow_i16x8_u(
      greens(y0, u0, v0, green, greenToo),
      greens(y1, u1, v1, green, greenToo),
    );
    const blues = i8x16.narrow_i16x8_u(mixed(y0, u0, blue), mixed(y1, u1, blue));
    storePixels(target, reds, greenBytes, blues);
    u += 8;
    v += 8;
    target += 48;
  }
}

/** Sixteen pixels of three colours, one after the other. */
function storePixels(target: usize, red: v128, green: v128, blue: v128): void {
  const low = i8x16.shuffle(red, green, 0, 16, 0, 1, 17, 0, 2, 18, 0, 3, 19, 0, 4, 20, 0, 5);
  const middle = i8x16.shuffle(red, green, 21, 0, 6, 22, 0, 7, 23, 0, 8, 24, 0, 9, 25, 0, 10, 26);
  const high = i8x16.shuffle(red, green, 0, 11, 27, 0, 12, 28, 0, 13, 29, 0, 14, 30, 0, 15, 31, 0);
  v128.store(target, i8x16.shuffle(low, blue, 0, 1, 16, 3, 4, 17, 6, 7, 18, 9, 10, 19, 12, 13, 20, 15));
  v128.store(
    target,
    i8x16.shuffle(middle, blue, 0, 21, 2, 3, 22, 5, 6, 23, 8, 9, 24, 11, 12, 25, 14, 15),
    16,
  );
  v128.store(target, i8x16.shuffle(high, blue, 26, 1, 2, 27, 4, 5, 28, 7, 8, 29, 10, 11, 30, 13, 14, 31), 32);
}
