import { CANVAS_WIDTH, COLUMNS, HEIGHT, LANES, ROWS, WIDTH } from './geometry';

/** Every fourth pixel in each direction is enough for a median. */
const STEP: i32 = 4;
const SAMPLES: i32 = COLUMNS * ROWS;
const CELLS: i32 = 12;
/** Differences of -255..255 are counted in as many bins, 512 for each cell. */
const BINS: i32 = 512;
const NONE: i32 = 255;

/** Whether the median difference is no more than `least` either way. Every fourth pixel counts, as below. */
function isSteady(frame: usize, levels: usize, least: i32): bool {
  let brighter: i32 = 0;
  let darker: i32 = 0;
  const bound = i8x16.splat(<u8>least);
  const sampled = i32x4.splat(0xff);
  for (let y = 0; y < HEIGHT; y += STEP)
    for (let x = 0; x < WIDTH; x += LANES) {
      const seen = v128.load(frame + y * WIDTH + x);
      const known = v128.load(levels + y * CANVAS_WIDTH + x);
      const up = v128.and(i8x16.sub_sat_u(i8x16.sub_sat_u(seen, known), bound), sampled);
      const down = v128.and(i8x16.sub_sat_u(i8x16.sub_sat_u(known, seen), bound), sampled);
      brighter += popcnt<i32>(i32x4.bitmask(i32x4.neg(up)));
      darker += popcnt<i32>(i32x4.bitmask(i32x4.neg(down)));
    }
  return 2 * (SAMPLES - brighter) >= SAMPLES && 2 * darker < SAMPLES;
}

/** Counts the differences of each cell (4 × 3 of them) into `histograms` (u16). */
function countCells(frame: usize, levels: usize, histograms: usize): void {
  memory.fill(histograms, 0, 2 * BINS * CELLS);
  for (let y = 0; y < HEIGHT; y += STEP)
    for (let x = 0; x < WIDTH; x += STEP) {
      const cell = (y / (HEIGHT / 3)) * 4 + x / (WIDTH / 4);
      const difference = <i32>load<u8>(frame + y * WIDTH + x) - <i32>load<u8>(levels + y * CANVAS_WIDTH + x);
      const bin = histograms + 2 * (cell * BINS + difference + NONE);
      store<u16>(bin, load<u16>(bin) + 1);
    }
}

/** The lower median, as a difference. */
function medianOf(histogram: usize, samples: i32): i32 {
  let below: i32 = 0;
  for (let bin = 0; bin < BINS; bin++) {
    below += load<u16>(histogram + 2 * bin);
    if (2 * below >= samples) return bin - NONE;
  }
  return NONE;
}

/** How many samples lie within `reach` of a difference. */
function within(histogram: usize, difference: i32, reach: i32): i32 {
  let sum: i32 = 0;
  const last = min(difference + NONE + reach, BINS - 1);
  for (let bin = max(difference + NONE - reach, 0); bin <= last; bin++) sum += load<u16>(histogram + 2 * bin);
  return sum;
}

/**
 * The change of light that a whole frame shows against its background (given at the frame's first pixel), in grey levels,
 * or 0: see motion-light.ts.
 * @param histograms scratch of 13 × 1024 bytes.
 * @param cells how many of the twelve cells must share it, each by a third or more.
 */
export function lightChange(
  frame: usize,
  levels: usize,
  histograms: usize,
  least: i32,
  reach: i32,
  cells: i32,
): i32 {
  if (isSteady(frame, levels, least)) return 0;
  countCells(frame, levels, histograms);
  const all = histograms + 2 * BINS * CELLS;
  memory.fill(all, 0, 2 * BINS);
  for (let cell = 0; cell < CELLS; cell++)
    for (let i = 0; i < 2 * BINS; i += 16)
      v128.store(all + i, i16x8.add(v128.load(all + i), v128.load(histograms + 2 * BINS * cell + i)));
  const change = medianOf(all, SAMPLES);
  let shared: i32 = 0;
  for (let cell = 0; cell < CELLS; cell++) {
    const own = medianOf(histograms + 2 * BINS * cell, SAMPLES / CELLS);
    if (change > 0 ? 3 * own >= change : 3 * own <= change) shared++;
  }
  return shared >= cells && within(all, change, reach) > within(all, 0, reach) ? change : 0;
}
