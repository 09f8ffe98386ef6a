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
    const above = y == 0 ? 0 : WIDTH;
    const below = y == HEIGHT - 1 ? 0 : WIDTH;
    for (let x = 0; x < WIDTH; x += LANES) {
      const middle = from + x;
      v128.store(line + x, blend(v128.load(middle - above), v128.load(middle), v128.load(middle + below)));
    }
    store<u8>(line - 1, load<u8>(line));
    store<u8>(line + WIDTH, load<u8>(line + WIDTH - 1));
    for (let x = 0; x < WIDTH; x += LANES) {
      const middle = line + x;
      v128.store(to + x, blend(v128.load(middle - 1), v128.load(middle), v128.load(middle + 1)));
    }
    from += WIDTH;
    to += WIDTH;
  }
}
