import { LUMA_HEIGHT, LUMA_WIDTH } from './luma.ts';
import { highPass, quarter } from './motion-coarse.ts';
import {
  CANVAS_HEIGHT,
  CANVAS_WIDTH,
  canvasIndex,
  MARGIN_X,
  MARGIN_Y,
  type Shift,
} from './motion-background.ts';

const STILL: Shift = { x: 0, y: 0 };
/** Differences beyond this count as this: what moves in the scene must not outweigh the scene. */
const TRUNCATE = 24;
/** The coarse picture holds sums of 16 pixels. */
const COARSE_SCALE = 16;
/** The frame is taken to lie still unless another place fits better by this factor. */
const STILL_BONUS = 0.97;
/** Mean difference, in grey levels, below which the camera surely stood still. */
const SURELY_STILL = 1;
const FINE_SAMPLES = ((LUMA_HEIGHT - 2 * 24) / 3) * ((LUMA_WIDTH - 2 * 32) / 2);
const REACH_X = MARGIN_X / 4;
const REACH_Y = MARGIN_Y / 4;
const COARSE_WIDTH = LUMA_WIDTH / 4;
const COARSE_HEIGHT = LUMA_HEIGHT / 4;
const COARSE_CANVAS = CANVAS_WIDTH / 4;
const REFINE = 3;
/** The picture's parts that are asked for their agreement, in each direction. */
const PARTS = 4;
const LEAST_VOTES = 4;
const CLEARLY = 0.8;

/**
 * Where a frame of a shaking camera lies on the background: the shift with the least truncated absolute difference,
 * searched on a high-passed quarter-size picture (so that light doesn't matter), then refined to a pixel at full size.
 * @param frame 320×180, in the background's light.
 * @param canvas the background's mean in whole grey levels (`levels`).
 */
export function findShift(frame: Uint8Array, canvas: Uint8ClampedArray): Shift {
  if (
    fineDifference({ frame, canvas, most: SURELY_STILL * FINE_SAMPLES }, STILL) <
    SURELY_STILL * FINE_SAMPLES
  )
    return STILL;
  const seen = highPass(quarter(frame, LUMA_WIDTH, LUMA_HEIGHT), COARSE_WIDTH, COARSE_HEIGHT);
  const known = highPass(quarter(canvas, CANVAS_WIDTH, CANVAS_HEIGHT), COARSE_CANVAS, CANVAS_HEIGHT / 4);
  const still = coarseDifference({ seen, known, most: Infinity }, STILL);
  const samples = (COARSE_WIDTH - 2 * REACH_X) * (COARSE_HEIGHT - 2 * REACH_Y);
  if (still < SURELY_STILL * COARSE_SCALE * samples) return STILL;
  let coarse = STILL;
  let most = still * STILL_BONUS;
  for (let y = -REACH_Y; y <= REACH_Y; y++)
    for (let x = -REACH_X; x <= REACH_X; x++) {
      const difference = coarseDifference({ seen, known, most }, { x, y });
      if (difference >= most) continue;
      most = difference;
      coarse = { x, y };
    }
  const best = refine(frame, canvas, { x: 4 * coarse.x, y: 4 * coarse.y });
  return isAgreed(best, { frame, canvas }) ? best : STILL;
}

/** The sum of truncated differences; the search stops, at `most` or more, where it is no use any more. */
function coarseDifference(
  pictures: { readonly seen: Int32Array; readonly known: Int32Array; readonly most: number },
  shift: Shift,
): number {
  const { seen, known, most } = pictures;
  let sum = 0;
  for (let y = REACH_Y; y < COARSE_HEIGHT - REACH_Y && sum < most; y++) {
    let from = y * COARSE_WIDTH + REACH_X;
    let to = (y + REACH_Y + shift.y) * COARSE_CANVAS + 2 * REACH_X + shift.x;
    for (let x = REACH_X; x < COARSE_WIDTH - REACH_X; x++, from++, to++)
      sum += truncated((seen[from] ?? 0) - (known[to] ?? 0), TRUNCATE * COARSE_SCALE);
  }
  return sum;
}

/** The best shift within 3 pixels of `coarse`; standing still is preferred to all of them. */
function refine(frame: Uint8Array, canvas: Uint8ClampedArray, coarse: Shift): Shift {
  let best = STILL;
  let most = fineDifference({ frame, canvas, most: Infinity }, STILL) * STILL_BONUS;
  for (let y = Math.max(coarse.y - REFINE, -MARGIN_Y); y <= Math.min(coarse.y + REFINE, MARGIN_Y); y++)
    for (let x = Math.max(coarse.x - REFINE, -MARGIN_X); x <= Math.min(coarse.x + REFINE, MARGIN_X); x++) {
      const difference = fineDifference({ frame, canvas, most }, { x, y });
      if (difference >= most) continue;
      most = difference;
      best = { x, y };
    }
  return best;
}

/**
 * Whether the picture as a whole has moved: most of its parts fit better at `shift` than unshifted. Else one large
 * object before a bare wall or road would seem to be the camera's shake.
 */
function isAgreed(
  shift: Shift,
  pictures: { readonly frame: Uint8Array; readonly canvas: Uint8ClampedArray },
): boolean {
  if (shift.x === 0 && shift.y === 0) return true;
  const still = partDifferences(pictures, STILL);
  const shifted = partDifferences(pictures, shift);
  let votes = 0;
  let objections = 0;
  for (let part = 0; part < PARTS * PARTS; part++) {
    const [before, after] = [still[part] ?? 0, shifted[part] ?? 0];
    if (after < before * CLEARLY) votes++;
    if (before < after * CLEARLY) objections++;
  }
  return votes >= LEAST_VOTES && votes > 4 * objections;
}

/** The truncated differences of the 4×4 parts of the picture, without the margin that a shift may leave empty. */
function partDifferences(
  pictures: { readonly frame: Uint8Array; readonly canvas: Uint8ClampedArray },
  shift: Shift,
): Int32Array {
  const sums = new Int32Array(PARTS * PARTS);
  const width = (LUMA_WIDTH - 2 * MARGIN_X) / PARTS;
  const height = (LUMA_HEIGHT - 2 * MARGIN_Y) / PARTS;
  for (let y = MARGIN_Y; y < LUMA_HEIGHT - MARGIN_Y; y += 3) {
    const known = canvasIndex(shift, y);
    const row = Math.floor((y - MARGIN_Y) / height) * PARTS;
    for (let x = MARGIN_X; x < LUMA_WIDTH - MARGIN_X; x += 2) {
      const difference = (pictures.frame[y * LUMA_WIDTH + x] ?? 0) - (pictures.canvas[known + x] ?? 0);
      const part = row + Math.floor((x - MARGIN_X) / width);
      sums[part] = (sums[part] ?? 0) + truncated(difference, TRUNCATE);
    }
  }
  return sums;
}

/** Compares every other pixel of every third row: a quarter-size match has done the rough work. */
function fineDifference(
  pictures: { readonly frame: Uint8Array; readonly canvas: Uint8ClampedArray; readonly most: number },
  shift: Shift,
): number {
  const { frame, canvas, most } = pictures;
  let sum = 0;
  for (let y = 24; y < LUMA_HEIGHT - 24 && sum < most; y += 3) {
    const row = y * LUMA_WIDTH;
    const known = canvasIndex(shift, y);
    for (let x = 32 + (y & 1); x < LUMA_WIDTH - 32; x += 2)
      sum += truncated((frame[row + x] ?? 0) - (canvas[known + x] ?? 0), TRUNCATE);
  }
  return sum;
}

/** The absolute difference, at most `most`; branchless, as noise is unpredictable. */
function truncated(difference: number, most: number): number {
  const distance = (difference ^ (difference >> 31)) - (difference >> 31);
  const excess = distance - most;
  return distance - (excess & ~(excess >> 31));
}
