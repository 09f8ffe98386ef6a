import { CANVAS_HEIGHT, CANVAS_WIDTH, COLUMNS, HEIGHT, LANES, MARGIN_X, MARGIN_Y, WIDTH } from './geometry';

// A mean is held as (grey level - 128) × 128 in 16 signed bits, so that a change of light may carry it 128 levels beyond
// black or white and back. A deviation is held in 1/128 of a grey level. Ages stop at 32, from where on all are alike.
const OLD: u8 = 32;
const FRACTION_BITS: i32 = 7;
const CANVAS: i32 = CANVAS_WIDTH * CANVAS_HEIGHT;

/** Whole grey levels, 0..255, of 16 means. */
function levelsOf(low: v128, high: v128): v128 {
  const half = i16x8.splat(64);
  return v128.xor(
    i8x16.narrow_i16x8_s(
      i16x8.shr_s(i16x8.add_sat_s(low, half), FRACTION_BITS),
      i16x8.shr_s(i16x8.add_sat_s(high, half), FRACTION_BITS),
    ),
    i8x16.splat(-128),
  );
}

function meansOfLow(levels: v128): v128 {
  return i16x8.shl(i16x8.extend_low_i8x16_s(v128.xor(levels, i8x16.splat(-128))), FRACTION_BITS);
}

function meansOfHigh(levels: v128): v128 {
  return i16x8.shl(i16x8.extend_high_i8x16_s(v128.xor(levels, i8x16.splat(-128))), FRACTION_BITS);
}

/** Begins a canvas from one frame, whose edges go on beyond it; `deviation` is that of every pixel. */
export function beginCanvas(
  frame: usize,
  mean: usize,
  deviations: usize,
  ages: usize,
  levels: usize,
  deviation: i32,
): void {
  for (let y = 0; y < CANVAS_HEIGHT; y++) {
    const from = frame + min(max(y - MARGIN_Y, 0), HEIGHT - 1) * WIDTH;
    const to = levels + y * CANVAS_WIDTH;
    memory.fill(to, load<u8>(from), MARGIN_X);
    memory.copy(to + MARGIN_X, from, WIDTH);
    memory.fill(to + MARGIN_X + WIDTH, load<u8>(from + WIDTH - 1), MARGIN_X);
  }
  memory.fill(ages, 0, CANVAS);
  const spread = i16x8.splat(<i16>deviation);
  for (let i = 0; i < CANVAS; i += LANES) {
    const known = v128.load(levels + i);
    v128.store(mean + 2 * i, meansOfLow(known));
    v128.store(mean + 2 * i, meansOfHigh(known), 16);
    v128.store(deviations + 2 * i, spread);
    v128.store(deviations + 2 * i, spread, 16);
  }
}

/** Adds whole grey levels to the mean of a whole canvas. */
export function brighten(mean: usize, levels: usize, change: i32): void {
  const added = i16x8.splat(<i16>(change << FRACTION_BITS));
  for (let i = 0; i < CANVAS; i += LANES) {
    const low = i16x8.add_sat_s(v128.load(mean + 2 * i), added);
    const high = i16x8.add_sat_s(v128.load(mean + 2 * i, 16), added);
    v128.store(mean + 2 * i, low);
    v128.store(mean + 2 * i, high, 16);
    v128.store(levels + i, levelsOf(low, high));
  }
}

/** Adds to each mean of a canvas what `changes` (256 × i16, in 1/128 of a grey level) has for its level. */
export function relight(from: usize, to: usize, levels: usize, changes: usize): void {
  for (let i = 0; i < CANVAS; i++) {
    const known = <i32>load<i16>(from + 2 * i);
    const level = min(max((known >> FRACTION_BITS) + 128, 0), 255);
    const lit = known + <i32>load<i16>(changes + 2 * level);
    store<i16>(to + 2 * i, <i16>min(max(lit, -32768), 32767));
  }
  for (let i = 0; i < CANVAS; i += LANES)
    v128.store(levels + i, levelsOf(v128.load(to + 2 * i), v128.load(to + 2 * i, 16)));
}

/** Takes a frame's pixels where `mask` is not 0 for the mean at once; the canvas is given at the frame's first pixel. */
export function adopt(frame: usize, mask: usize, mean: usize, levels: usize): void {
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x += LANES) {
      const seen = v128.load(frame + y * WIDTH + x);
      const differs = i8x16.ne(v128.load(mask + y * WIDTH + x), i8x16.splat(0));
      if (!v128.any_true(differs)) continue;
      const i = y * CANVAS_WIDTH + x;
      const low = v128.bitselect(
        meansOfLow(seen),
        v128.load(mean + 2 * i),
        i16x8.extend_low_i8x16_s(differs),
      );
      const high = v128.bitselect(
        meansOfHigh(seen),
        v128.load(mean + 2 * i, 16),
        i16x8.extend_high_i8x16_s(differs),
      );
      v128.store(mean + 2 * i, low);
      v128.store(mean + 2 * i, high, 16);
      v128.store(levels + i, levelsOf(low, high));
    }
}

/** How far 8 values lie apart from 8 others. */
function distanceOf(difference: v128): v128 {
  return i16x8.max_s(difference, i16x8.sub_sat_s(i16x8.splat(0), difference));
}

/** Moves 8 deviations towards the distances and 8 means towards the values that were seen; rates in 1/32768. @returns the means. */
function approach(mean: usize, deviation: usize, seen: v128, rate: v128, deviationRate: v128): v128 {
  const known = v128.load(mean);
  const spread = v128.load(deviation);
  const difference = i16x8.sub_sat_s(seen, known);
  const excess = i16x8.sub(distanceOf(difference), spread);
  v128.store(deviation, i16x8.add(spread, i16x8.q15mulr_sat_s(excess, deviationRate)));
  const learnt = i16x8.add(known, i16x8.q15mulr_sat_s(difference, rate));
  v128.store(mean, learnt);
  return learnt;
}

/** The same at 1/32, the rate of what is old and bare. */
function approachPlainly(mean: usize, deviation: usize, seen: v128): v128 {
  const known = v128.load(mean);
  const spread = v128.load(deviation);
  const half = i16x8.splat(16);
  const difference = i16x8.sub_sat_s(seen, known);
  const excess = i16x8.sub(distanceOf(difference), spread);
  v128.store(deviation, i16x8.add(spread, i16x8.shr_s(i16x8.add_sat_s(excess, half), 5)));
  const learnt = i16x8.add(known, i16x8.shr_s(i16x8.add_sat_s(difference, half), 5));
  v128.store(mean, learnt);
  return learnt;
}

/** The low bytes of 32768 / age for 16 ages of 1..32, from two tables of 16. */
function lowRatesOf(older: v128): v128 {
  const first = i8x16.swizzle(LOW_FIRST, i8x16.sub(older, i8x16.splat(1)));
  return v128.or(first, i8x16.swizzle(LOW_SECOND, i8x16.sub(older, i8x16.splat(17))));
}

function highRatesOf(older: v128): v128 {
  const first = i8x16.swizzle(HIGH_FIRST, i8x16.sub(older, i8x16.splat(1)));
  return v128.or(first, i8x16.swizzle(HIGH_SECOND, i8x16.sub(older, i8x16.splat(17))));
}

const LOW_FIRST: v128 = i8x16(-1, 0, -85, 0, -102, 85, 73, 0, 57, -51, -93, -85, -39, 37, -119, 0);
const HIGH_FIRST: v128 = i8x16(127, 64, 42, 32, 25, 21, 18, 16, 14, 12, 11, 10, 9, 9, 8, 8);
const LOW_SECOND: v128 = i8x16(-120, 28, -67, 102, 24, -47, -111, 85, 31, -20, -66, -110, 106, 68, 33, 0);
const HIGH_SECOND: v128 = i8x16(7, 7, 6, 6, 6, 5, 5, 5, 5, 4, 4, 4, 4, 4, 4, 4);

// What each value of `Surface` makes of the plain rate of an old pixel, low and high bytes: 1/32 bare, 1/256 covered by single
// pixels or by something unconfirmed, 1/512 by something confirmed, 1/16 on the ghost of something that left.
const SURFACE_LOW: v128 = i8x16(0, -128, -128, 64, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
const SURFACE_HIGH: v128 = i8x16(4, 0, 0, 0, 8, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4);
// The deviation is frozen under something confirmed, or it would learn the object's contrast as flicker.
const SPREAD_LOW: v128 = i8x16(0, -128, -128, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
const SPREAD_HIGH: v128 = i8x16(4, 0, 0, 0, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4);

function lowHalf(low: v128, high: v128): v128 {
  return i8x16.shuffle(low, high, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}

function highHalf(low: v128, high: v128): v128 {
  return i8x16.shuffle(low, high, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
}

/** 16 old pixels of which some are covered. */
function learnCovered(mean: usize, deviation: usize, seen: v128, surface: v128, levels: usize): void {
  const low = i8x16.swizzle(SURFACE_LOW, surface);
  const high = i8x16.swizzle(SURFACE_HIGH, surface);
  const spreadLow = i8x16.swizzle(SPREAD_LOW, surface);
  const spreadHigh = i8x16.swizzle(SPREAD_HIGH, surface);
  const first = approach(
    mean,
    deviation,
    meansOfLow(seen),
    lowHalf(low, high),
    lowHalf(spreadLow, spreadHigh),
  );
  const last = approach(
    mean + 16,
    deviation + 16,
    meansOfHigh(seen),
    highHalf(low, high),
    highHalf(spreadLow, spreadHigh),
  );
  v128.store(levels, levelsOf(first, last));
}

/** 8 pixels of which some are young; `plain` are their rates when bare. The surface, as 16-bit numbers, changes them as above. */
function approachYoung(mean: usize, deviation: usize, seen: v128, plain: v128, surface: v128): v128 {
  const eighth = i16x8.shr_u(plain, 3);
  const foreground = i16x8.eq(surface, i16x8.splat(1));
  const unconfirmed = i16x8.eq(surface, i16x8.splat(2));
  const confirmed = i16x8.eq(surface, i16x8.splat(3));
  const ghost = i16x8.eq(surface, i16x8.splat(4));
  let rate = v128.bitselect(eighth, plain, foreground);
  rate = v128.bitselect(i16x8.splat(128), rate, unconfirmed);
  rate = v128.bitselect(i16x8.splat(64), rate, confirmed);
  rate = v128.bitselect(i16x8.splat(2048), rate, ghost);
  const slow = v128.bitselect(eighth, plain, v128.or(foreground, unconfirmed));
  return approach(mean, deviation, seen, rate, v128.andnot(slow, confirmed));
}

/** 16 pixels of which some are young, all of them a frame older now. */
function learnYoung(
  mean: usize,
  deviation: usize,
  seen: v128,
  surface: v128,
  older: v128,
  levels: usize,
): void {
  const low = lowRatesOf(older);
  const high = highRatesOf(older);
  const first = approachYoung(
    mean,
    deviation,
    meansOfLow(seen),
    lowHalf(low, high),
    i16x8.extend_low_i8x16_u(surface),
  );
  const last = approachYoung(
    mean + 16,
    deviation + 16,
    meansOfHigh(seen),
    highHalf(low, high),
    i16x8.extend_high_i8x16_u(surface),
  );
  v128.store(levels, levelsOf(first, last));
}

/** A block's byte for each of its 4 pixels in a row, for 4 blocks. */
function spread(blocks: usize): v128 {
  return i8x16.swizzle(v128.load32_splat(blocks), i8x16(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3));
}

/**
 * Learns a frame; the canvas is given at the frame's first pixel. `surface` has a value of `Surface` for each block of 4×4
 * pixels; where it is 0, the mask (1 or 0 a pixel) decides.
 */
export function learn(
  frame: usize,
  mask: usize,
  surface: usize,
  mean: usize,
  deviation: usize,
  ages: usize,
  levels: usize,
): void {
  const old = i8x16.splat(OLD);
  for (let y = 0; y < HEIGHT; y++) {
    let blocks = surface + (y >> 2) * COLUMNS;
    for (let end = frame + WIDTH; frame < end; frame += LANES) {
      const seen = v128.load(frame);
      const shown = i8x16.max_u(v128.load(mask), spread(blocks));
      const age = v128.load(ages);
      if (!v128.any_true(v128.or(shown, v128.xor(age, old)))) {
        const low = approachPlainly(mean, deviation, meansOfLow(seen));
        const high = approachPlainly(mean + 16, deviation + 16, meansOfHigh(seen));
        v128.store(levels, levelsOf(low, high));
      } else if (!v128.any_true(v128.xor(age, old))) {
        learnCovered(mean, deviation, seen, shown, levels);
      } else {
        const older = i8x16.min_u(i8x16.add(age, i8x16.splat(1)), old);
        v128.store(ages, older);
        learnYoung(mean, deviation, seen, shown, older, levels);
      }
      mask += LANES;
      blocks += LANES / 4;
      mean += 2 * LANES;
      deviation += 2 * LANES;
      ages += LANES;
      levels += LANES;
    }
    mean += 2 * (CANVAS_WIDTH - WIDTH);
    deviation += 2 * (CANVAS_WIDTH - WIDTH);
    ages += CANVAS_WIDTH - WIDTH;
    levels += CANVAS_WIDTH - WIDTH;
  }
}

/** Copies what a plane of bytes has under a frame, at whose first pixel it is given. */
export function copyWindow(levels: usize, to: usize): void {
  for (let y = 0; y < HEIGHT; y++) memory.copy(to + y * WIDTH, levels + y * CANVAS_WIDTH, WIDTH);
}
