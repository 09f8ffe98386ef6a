import { CANVAS_WIDTH, HEIGHT, LANES, WIDTH } from './geometry';
import { distance } from './vectors';

/** A picture's twelve cells, in which foreground is counted. */
const CELL_WIDTH: i32 = 80;
const CELL_HEIGHT: i32 = 60;
const CELL_COLUMNS: i32 = 4;

/** The largest deviation of the 3×3 neighbourhood of each of 8 pixels. */
function widest(centre: usize): v128 {
  let wide = v128.load(centre);
  for (let row = centre - 2 * CANVAS_WIDTH; row <= centre + 2 * CANVAS_WIDTH; row += 2 * CANVAS_WIDTH)
    wide = i16x8.max_s(
      i16x8.max_s(wide, v128.load(row)),
      i16x8.max_s(v128.load(row - 2), v128.load(row + 2)),
    );
  return wide;
}

/** `deviations` (in 1/256 × 1/128, so that a Q15 product is whole grey levels) times the deviation, rounded down, at most 255. */
function bandOf(deviation: usize, deviations: i32): v128 {
  const times = i16x8.splat(<i16>deviations);
  const half = i16x8.splat(<i16>(16384 / deviations));
  return i8x16.narrow_i16x8_u(
    i16x8.q15mulr_sat_s(i16x8.sub_sat_u(widest(deviation), half), times),
    i16x8.q15mulr_sat_s(i16x8.sub_sat_u(widest(deviation + 16), half), times),
  );
}

/** Sixteenths of 16 bytes, at most 255. */
function scaled(bytes: v128, factors: v128): v128 {
  return i8x16.narrow_i16x8_u(
    i16x8.shr_u(i16x8.extmul_low_i8x16_u(bytes, factors), 4),
    i16x8.shr_u(i16x8.extmul_high_i8x16_u(bytes, factors), 4),
  );
}

/** How far each of 16 pixels lies beyond the interval of its 3×3 neighbourhood. */
function beyond(seen: v128, centre: usize): v128 {
  let low = v128.load(centre);
  let high = low;
  for (let row = centre - CANVAS_WIDTH; row <= centre + CANVAS_WIDTH; row += CANVAS_WIDTH) {
    const left = v128.load(row - 1);
    const middle = v128.load(row);
    const right = v128.load(row + 1);
    low = i8x16.min_u(i8x16.min_u(low, left), i8x16.min_u(middle, right));
    high = i8x16.max_u(i8x16.max_u(high, left), i8x16.max_u(middle, right));
  }
  return v128.or(i8x16.sub_sat_u(seen, high), i8x16.sub_sat_u(low, seen));
}

/**
 * Marks with 1 where a frame differs from its background, and counts those pixels in the picture's twelve cells (u32).
 * The canvas (`levels`, `deviation`) is given at the frame's first pixel.
 * @param leasts and `factors`: per row of blocks what each pixel of a row must differ by at least, and by what part of the
 *   band in 1/16 (320 × 45 bytes each).
 * @param deviations the band in deviations, × 256; `most` bounds it, in grey levels.
 */
export function markForeground(
  frame: usize,
  levels: usize,
  deviation: usize,
  leasts: usize,
  factors: usize,
  deviations: i32,
  most: i32,
  mask: usize,
  cells: usize,
): void {
  memory.fill(cells, 0, 48);
  for (let y = 0; y < HEIGHT; y++) {
    const block = (y >> 2) * WIDTH;
    for (let x = 0; x < WIDTH; x += LANES) {
      const seen = v128.load(frame + x);
      const known = v128.load(levels + x);
      const least = v128.load(leasts + block + x);
      let marks = i8x16.splat(0);
      // The interval holds the mean itself, so only a pixel far from it needs a look at its neighbours.
      if (v128.any_true(i8x16.sub_sat_u(distance(seen, known), least))) {
        const band = i8x16.min_u(bandOf(deviation + 2 * x, deviations), i8x16.splat(<u8>most));
        const allowed = i8x16.max_u(scaled(band, v128.load(factors + block + x)), least);
        marks = i8x16.min_u(i8x16.sub_sat_u(beyond(seen, levels + x), allowed), i8x16.splat(1));
        const cell = cells + 4 * ((y / CELL_HEIGHT) * CELL_COLUMNS + x / CELL_WIDTH);
        store<u32>(cell, load<u32>(cell) + popcnt<u32>(i8x16.bitmask(i8x16.neg(marks))));
      }
      v128.store(mask + x, marks);
    }
    frame += WIDTH;
    mask += WIDTH;
    levels += CANVAS_WIDTH;
    deviation += 2 * CANVAS_WIDTH;
  }
}

/** Takes the pixels out of a mask whose age (given at the frame's first pixel) is below `age`. */
export function hideYoung(mask: usize, ages: usize, age: i32): void {
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x += LANES) {
      const at = mask + y * WIDTH + x;
      const marks = v128.load(at);
      if (!v128.any_true(marks)) continue;
      const known = i8x16.ge_u(v128.load(ages + y * CANVAS_WIDTH + x), i8x16.splat(<u8>age));
      v128.store(at, v128.and(marks, known));
    }
}
