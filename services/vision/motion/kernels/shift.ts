import { highPass, quarter } from './coarse';
import {
  CANVAS_HEIGHT,
  CANVAS_WIDTH,
  COLUMNS,
  HEIGHT,
  LANES,
  MARGIN_X,
  MARGIN_Y,
  ROWS,
  WIDTH,
} from './geometry';
import { distance, total } from './vectors';

/** Differences beyond this many grey levels count as this: what moves in the scene must not outweigh the scene. */
const TRUNCATE: u8 = 24;
/** The texture that the coarse search compares is in half grey levels. */
const COARSE_SCALE: i32 = 2;
/** Mean difference, in grey levels, below which the camera surely stood still. */
const SURELY_STILL: u32 = 1;
const REACH_X: i32 = MARGIN_X / 4;
const REACH_Y: i32 = MARGIN_Y / 4;
/** The quarter-size canvas of 92 columns, padded. */
const COARSE_STRIDE: i32 = 96;
/** The coarse comparison takes the middle 64 columns, in every other row of those that every shift leaves on the canvas. */
const COARSE_LEFT: i32 = 8;
const COARSE_STEP: i32 = 2;
const COARSE_SAMPLES: u32 = 64 * 19;
/** The fine one takes every other 16 pixels, in every third row to tell standing still, and in every sixth to search. */
const STILL_STEP: i32 = 3;
const STILL_SAMPLES: u32 = 128 * 44;
const FINE_STEP: i32 = 6;
const REFINE: i32 = 3;
const PARTS: i32 = 4;
const LEAST_VOTES: i32 = 4;

// Scratch, from its start: textures of frame and canvas, sums of 4×4 blocks, column sums.
const KNOWN_TEXTURE: i32 = COLUMNS * ROWS;
const SUMS: i32 = KNOWN_TEXTURE + COARSE_STRIDE * (CANVAS_HEIGHT / 4);
const COLUMN_SUMS: i32 = SUMS + 2 * COARSE_STRIDE * (CANVAS_HEIGHT / 4) + 64;

function truncated(a: usize, b: usize, most: v128): v128 {
  return i8x16.min_u(distance(v128.load(a), v128.load(b)), most);
}

/** The sum of truncated differences between the textures; it stops, at `most` or more, where it is no use any more. */
function coarseDifference(scratch: usize, x: i32, y: i32, most: u32): u32 {
  const bound = i8x16.splat(TRUNCATE * <u8>COARSE_SCALE);
  let from = scratch + REACH_Y * COLUMNS + COARSE_LEFT;
  let to = scratch + KNOWN_TEXTURE + (2 * REACH_Y + y) * COARSE_STRIDE + COARSE_LEFT + REACH_X + x;
  let sums = i16x8.splat(0);
  for (let row = REACH_Y; row < ROWS - REACH_Y; row += COARSE_STEP) {
    const left = i8x16.add(truncated(from, to, bound), truncated(from + 16, to + 16, bound));
    const right = i8x16.add(truncated(from + 32, to + 32, bound), truncated(from + 48, to + 48, bound));
    sums = i16x8.add(sums, i16x8.extadd_pairwise_i8x16_u(i8x16.add(left, right)));
    if ((row & 6) == 2 && total(sums) >= most) return most;
    from += COARSE_STEP * COLUMNS;
    to += COARSE_STEP * COARSE_STRIDE;
  }
  return total(sums);
}

/** The sum of truncated differences at full size; it stops, at `most` or more, where it is no use any more. */
function fineDifference(frame: usize, levels: usize, x: i32, y: i32, step: i32, most: u32): u32 {
  const bound = i8x16.splat(TRUNCATE);
  const canvas = levels + (MARGIN_Y + y) * CANVAS_WIDTH + MARGIN_X + x;
  let sums = i16x8.splat(0);
  for (let row = 24; row < HEIGHT - 24; row += step) {
    const left = 32 + ((row / step) & 1) * 16;
    let a = frame + row * WIDTH + left;
    let b = canvas + row * CANVAS_WIDTH + left;
    let sum = i8x16.splat(0);
    for (let group = 0; group < 8; group++) {
      sum = i8x16.add(sum, truncated(a, b, bound));
      a += 32;
      b += 32;
    }
    sums = i16x8.add(sums, i16x8.extadd_pairwise_i8x16_u(sum));
    if ((row & 7) == 0 && total(sums) >= most) return most;
  }
  return total(sums);
}

/** The truncated differences in one of the 4×4 parts of the picture, without the margin that a shift may leave empty. */
function partDifference(frame: usize, levels: usize, part: i32, x: i32, y: i32): u32 {
  const bound = i8x16.splat(TRUNCATE);
  const height = (HEIGHT - 2 * MARGIN_Y) / PARTS;
  const top = MARGIN_Y + (part / PARTS) * height;
  const left = MARGIN_X + (part % PARTS) * 68 + 2;
  let sums = i16x8.splat(0);
  for (let row = top; row < top + height; row += 3) {
    const a = frame + row * WIDTH + left;
    const b = levels + (MARGIN_Y + y + row) * CANVAS_WIDTH + MARGIN_X + x + left;
    const sum = i8x16.add(
      i8x16.add(truncated(a, b, bound), truncated(a + 16, b + 16, bound)),
      i8x16.add(truncated(a + 32, b + 32, bound), truncated(a + 48, b + 48, bound)),
    );
    sums = i16x8.add(sums, i16x8.extadd_pairwise_i8x16_u(sum));
  }
  return total(sums);
}

/** Whether most parts of the picture fit clearly better (by a fifth) at a shift than unshifted. */
function isAgreed(frame: usize, levels: usize, x: i32, y: i32): bool {
  let votes: i32 = 0;
  let objections: i32 = 0;
  for (let part = 0; part < PARTS * PARTS; part++) {
    const before = partDifference(frame, levels, part, 0, 0);
    const after = partDifference(frame, levels, part, x, y);
    if (5 * after < 4 * before) votes++;
    if (5 * before < 4 * after) objections++;
  }
  return votes >= LEAST_VOTES && votes > 4 * objections;
}

/** A shift in one number; 0 is no shift at all. */
function pack(x: i32, y: i32): i32 {
  return (y << 8) + x;
}

/** Where the texture of the frame fits that of the canvas best, in quarter pixels of the picture. */
function searchCoarse(scratch: usize, still: u32): i32 {
  let best = 0;
  let most = still - (still * 3) / 100;
  for (let y = -REACH_Y; y <= REACH_Y; y++)
    for (let x = -REACH_X; x <= REACH_X; x++) {
      const difference = coarseDifference(scratch, x, y, most);
      if (difference >= most) continue;
      most = difference;
      best = pack(x, y);
    }
  return best;
}

/** The best shift within 3 pixels of a coarse one, from the middle outwards; standing still is preferred to all of them. */
function refine(frame: usize, levels: usize, centreX: i32, centreY: i32): i32 {
  const still = fineDifference(frame, levels, 0, 0, FINE_STEP, u32.MAX_VALUE);
  let best = 0;
  let most = still - (still * 3) / 100;
  for (let ring = 0; ring <= REFINE; ring++)
    for (let y = max(centreY - ring, -MARGIN_Y); y <= min(centreY + ring, MARGIN_Y); y++)
      for (let x = max(centreX - ring, -MARGIN_X); x <= min(centreX + ring, MARGIN_X); x++) {
        if (max(abs(y - centreY), abs(x - centreX)) != ring) continue;
        const difference = fineDifference(frame, levels, x, y, FINE_STEP, most);
        if (difference >= most) continue;
        most = difference;
        best = pack(x, y);
      }
  return best;
}

/**
 * Where a frame lies on the canvas (given at its own first pixel): 256 y + x in pixels.
 * @param scratch of 24 kB.
 */
export function findShift(frame: usize, levels: usize, scratch: usize): i32 {
  const still = fineDifference(frame, levels, 0, 0, STILL_STEP, u32.MAX_VALUE);
  if (still < SURELY_STILL * STILL_SAMPLES) return 0;
  const sums = scratch + SUMS;
  quarter(frame, WIDTH, HEIGHT, sums, COLUMNS);
  highPass(sums, COLUMNS, ROWS, scratch, scratch + COLUMN_SUMS);
  quarter(levels, CANVAS_WIDTH, CANVAS_HEIGHT, sums, COARSE_STRIDE);
  highPass(sums, COARSE_STRIDE, CANVAS_HEIGHT / 4, scratch + KNOWN_TEXTURE, scratch + COLUMN_SUMS);
  const texture = coarseDifference(scratch, 0, 0, u32.MAX_VALUE);
  if (texture < SURELY_STILL * COARSE_SCALE * COARSE_SAMPLES) return 0;
  const coarse = searchCoarse(scratch, texture);
  const y = (coarse + 128) >> 8;
  const best = refine(frame, levels, 4 * (coarse - (y << 8)), 4 * y);
  const down = (best + 128) >> 8;
  return best != 0 && isAgreed(frame, levels, best - (down << 8), down) ? best : 0;
}
