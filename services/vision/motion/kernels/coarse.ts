import { LANES } from './geometry';

/** A mean over 9×9 is the product of its sum, of which 4 bits were dropped, with 16/81 in 1/32768. */
const NINTH: i16 = 6473;

/** The sums of 8 blocks of 4×4 pixels, as 16-bit numbers. */
function sumsOf(picture: usize, width: i32): v128 {
  let left = i16x8.splat(0);
  let right = i16x8.splat(0);
  for (let row = 0; row < 4; row++) {
    left = i16x8.add(left, i16x8.extadd_pairwise_i8x16_u(v128.load(picture + row * width)));
    right = i16x8.add(right, i16x8.extadd_pairwise_i8x16_u(v128.load(picture + row * width, 16)));
  }
  return i16x8.narrow_i32x4_u(i32x4.extadd_pairwise_i16x8_u(left), i32x4.extadd_pairwise_i16x8_u(right));
}

/**
 * A picture at a quarter of its size: the sums of its 4×4 blocks (u16). `height` is a multiple of 4. A last vector may
 * reach into the next row; what it makes of that lies beyond the `width / 4` sums of a row of `stride`.
 */
export function quarter(picture: usize, width: i32, height: i32, small: usize, stride: i32): void {
  for (let y = 0; y < height / 4; y++)
    for (let x = 0; x < width / 4; x += 8)
      v128.store(small + 2 * (y * stride + x), sumsOf(picture + 4 * (y * width + x), width));
}

/** Nine neighbours in a row, for 8 sums. */
function nineOf(sums: usize): v128 {
  let sum = v128.load(sums - 8);
  for (let offset = -6; offset <= 8; offset += 2) sum = i16x8.add(sum, v128.load(sums + offset));
  return sum;
}

function passed(seen: v128, nine: v128): v128 {
  return i16x8.shr_s(i16x8.sub(seen, i16x8.q15mulr_sat_s(nine, i16x8.splat(NINTH))), 3);
}

/**
 * What a quarter-size picture has beyond its 9×9 mean, its texture whatever the light, in half grey levels around 128, as
 * far as a byte holds it. Its 4 outermost rows and columns have no such mean and must not be used.
 * @param stride of both pictures, a multiple of 16.
 * @param columns scratch of 4 × stride + 64 bytes.
 */
export function highPass(small: usize, stride: i32, rows: i32, texture: usize, columns: usize): void {
  const nines = columns + 2 * stride + 32;
  memory.fill(columns, 0, 4 * stride + 64);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < stride; x += 8) {
      let sum = i16x8.add(v128.load(columns + 2 * x), v128.load(small + 2 * (y * stride + x)));
      if (y >= 9) sum = i16x8.sub(sum, v128.load(small + 2 * ((y - 9) * stride + x)));
      v128.store(columns + 2 * x, sum);
      v128.store(nines + 2 * x, i16x8.shr_u(sum, 4));
    }
    if (y < 8) continue;
    const middle = y - 4;
    for (let x = 0; x < stride; x += LANES) {
      const seen = small + 2 * (middle * stride + x);
      const low = passed(v128.load(seen), nineOf(nines + 2 * x));
      const high = passed(v128.load(seen, 16), nineOf(nines + 2 * x + 16));
      v128.store(texture + middle * stride + x, v128.xor(i8x16.narrow_i16x8_s(low, high), i8x16.splat(-128)));
    }
  }
}
