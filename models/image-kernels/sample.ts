/** Places are counted in parts of 65536 of a pixel, weights in parts of 16384. */
const PLACE: f32 = 65536;
const PLACE_BITS: i32 = 16;
const UNIT: i32 = 16384;

/** Two neighbouring pixels of red, green and blue bytes, as words: both reds, both greens, both blues. */
function neighbours(at: usize): v128 {
  const pair = v128.load64_zero(at);
  return i8x16.shuffle(pair, i8x16.splat(0), 0, 16, 3, 16, 1, 16, 4, 16, 2, 16, 5, 16, 16, 16, 16, 16);
}

/** The weights of a pixel and of the one behind it, by the place between them. */
function weightsAt(place: i32): v128 {
  const share = (place & 0xffff) >> 2;
  return i32x4.splat((UNIT - share) | (share << 16));
}

function clamped(place: i64, most: i64): i32 {
  return <i32>(place < 0 ? 0 : place > most ? most : place);
}

/**
 * A square out of a picture, each pixel between the four nearest; beyond the edge, the outermost ones go on. The pixel of
 * row r and column c lies at (a·c - b·r + x, b·c + a·r + y) of the picture, where whole numbers are the middles of pixels.
 * @param picture red, green and blue bytes; as many as a row and 8 bytes behind it are read.
 * @param target one byte more than the square is written.
 */
export function sample(
  picture: usize,
  width: i32,
  height: i32,
  a: f32,
  b: f32,
  x: f32,
  y: f32,
  size: i32,
  target: usize,
): void {
  const right = (<i64>(width - 1)) << PLACE_BITS;
  const bottom = (<i64>(height - 1)) << PLACE_BITS;
  const stride = 3 * width;
  const half = i32x4.splat(1 << 20);
  const stepX = <i64>(a * PLACE);
  const stepY = <i64>(b * PLACE);
  for (let row = 0; row < size; row++) {
    let placeX = <i64>((x - b * <f32>row) * PLACE);
    let placeY = <i64>((y + a * <f32>row) * PLACE);
    for (let column = 0; column < size; column++) {
      // To clamp the place gives the same as to clamp both neighbours: the one inside has all the weight.
      const across = clamped(placeX, right);
      const down = clamped(placeY, bottom);
      const at = picture + (down >> PLACE_BITS) * stride + 3 * (across >> PLACE_BITS);
      const weights = weightsAt(across);
      // Of 22 bits 15 are kept, so that both rows fit into one vector of words.
      const upper = i32x4.shr_u(i32x4.dot_i16x8_s(neighbours(at), weights), 7);
      const lower = i32x4.shl(i32x4.shr_u(i32x4.dot_i16x8_s(neighbours(at + stride), weights), 7), 16);
      const blend = i32x4.add(i32x4.dot_i16x8_s(v128.or(upper, lower), weightsAt(down)), half);
      const words = i32x4.shr_u(blend, 21);
      const bytes = i16x8.narrow_i32x4_u(words, words);
      v128.store32_lane(target, i8x16.narrow_i16x8_u(bytes, bytes), 0);
      target += 3;
      placeX += stepX;
      placeY += stepY;
    }
  }
}
