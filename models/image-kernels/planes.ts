/** Sixteen values (v - mean) · scale. */
function storeSixteen(target: usize, bytes: v128, mean: v128, scale: v128): void {
  const low = i16x8.extend_low_i8x16_u(bytes);
  const high = i16x8.extend_high_i8x16_u(bytes);
  storeFour(target, i32x4.extend_low_i16x8_u(low), mean, scale);
  storeFour(target + 16, i32x4.extend_high_i16x8_u(low), mean, scale);
  storeFour(target + 32, i32x4.extend_low_i16x8_u(high), mean, scale);
  storeFour(target + 48, i32x4.extend_high_i16x8_u(high), mean, scale);
}

function storeFour(target: usize, values: v128, mean: v128, scale: v128): void {
  v128.store(target, f32x4.mul(f32x4.sub(f32x4.convert_i32x4_u(values), mean), scale));
}

/**
 * One colour of a picture as floats (v - mean) · scale.
 * @param picture its first byte of this colour; every third one is taken, and as many as 48 behind the last are read.
 * @param target as many floats as fill vectors of 16 are written.
 */
export function toPlane(picture: usize, area: i32, mean: f32, scale: f32, target: usize): void {
  const means = f32x4.splat(mean);
  const scales = f32x4.splat(scale);
  for (let pixel = 0; pixel < area; pixel += 16) {
    const first = v128.load(picture);
    const second = v128.load(picture, 16);
    const third = v128.load(picture, 32);
    const ten = i8x16.shuffle(first, second, 0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 0, 0, 0, 0, 0);
    const sixteen = i8x16.shuffle(ten, third, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 17, 20, 23, 26, 29);
    storeSixteen(target, sixteen, means, scales);
    picture += 48;
    target += 64;
  }
}

/**
 * A picture with left and right exchanged.
 * @param target must not be the picture; 16 bytes behind the last row are written, and as many before the picture are read.
 */
export function mirror(picture: usize, width: i32, height: i32, target: usize): void {
  const order = i8x16(12, 13, 14, 9, 10, 11, 6, 7, 8, 3, 4, 5, 0, 1, 2, 15);
  for (let row = 0; row < height; row++) {
    // Five pixels at a time; where the row ends within them, what is too many is written over by the next row.
    let source = picture + 3 * width - 15;
    for (let column = 0; column < width; column += 5) {
      v128.store(target + 3 * column, i8x16.swizzle(v128.load(source), order));
      source -= 15;
    }
    picture += 3 * width;
    target += 3 * width;
  }
}
