/** The absolute differences of 16 unsigned bytes. */
export function distance(a: v128, b: v128): v128 {
  return v128.or(i8x16.sub_sat_u(a, b), i8x16.sub_sat_u(b, a));
}

/** The sum of 8 unsigned 16-bit lanes. */
export function total(sums: v128): u32 {
  const fours = i32x4.extadd_pairwise_i16x8_u(sums);
  const twos = i32x4.add(fours, i32x4.shuffle(fours, fours, 2, 3, 0, 1));
  return i32x4.extract_lane(twos, 0) + i32x4.extract_lane(twos, 1);
}
