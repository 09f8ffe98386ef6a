import { HEIGHT, LANES, WIDTH } from './geometry';

/** (a + 2b + c + 2) >> 2, exactly: the outer two are averaged downwards, the middle upwards. */
function blend(a: v128, b: v128, c: v128): v128 {
  return i8x16.avgr_u(b, v128.not(i8x16.avgr_u(v128.not(a), v128.not(c))));
}

/**
 * 3×3 binomial smoothing, first down the columns, then along the rows, each rounded to whole grey levels.
 * @param row scratch of 352 bytes.
 */
export function smooth(from: usize, to: usize, row: usize): void {
  const line = row + LANES;
  for (let y = 0; y < HEIGHT; y++) {
    const middle = from + y * WIDTH;
    const above = y == 0 ? middle : middle - WIDTH;
    const below = y == HEIGHT - 1 ? middle : middle + WIDTH;
    for (let x = 0; x < WIDTH; x += LANES)
      v128.store(line + x, blend(v128.load(above + x), v128.load(middle + x), v128.load(below + x)));
    store<u8>(line - 1, load<u8>(line));
    store<u8>(line + WIDTH, load<u8>(line + WIDTH - 1));
    const target = to + y * WIDTH;
    for (let x = 0; x < WIDTH; x += LANES)
      v128.store(target + x, blend(v128.load(line + x - 1), v128.load(line + x), v128.load(line + x + 1)));
  }
}
