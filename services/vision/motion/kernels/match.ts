import { HEIGHT, WIDTH } from './geometry';
import { distance, total } from './vectors';

/** A patch is 12×12 pixels. */
const PATCH: i32 = 12;
const FIRST_STEP: i32 = 4;

function isInside(x: i32, y: i32): bool {
  return x >= 0 && y >= 0 && x + PATCH <= WIDTH && y + PATCH <= HEIGHT;
}

/**
 * The sum of absolute differences of two patches, given at their first pixels. Once it has reached `enough`, after a third
 * or two of the patch, that is all that is told.
 */
function patchDifference(a: usize, b: usize, enough: u32): u32 {
  let sums = i16x8.splat(0);
  let sum: u32 = 0;
  for (let third = 0; third < 3; third++) {
    for (let row = 0; row < PATCH / 3; row++) {
      const differences = v128.and(
        distance(v128.load(a), v128.load(b)),
        i8x16(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0),
      );
      sums = i16x8.add(sums, i16x8.extadd_pairwise_i8x16_u(differences));
      a += WIDTH;
      b += WIDTH;
    }
    sum = total(sums);
    if (sum >= enough) break;
  }
  return sum;
}

/**
 * How far a patch at (x, y) of the present frame moved since it was around (fromX, fromY) in a past one, by the three-step
 * search (Koga et al. 1981), within 7 pixels each way: 256 y + x. 0 when it differs by less than `differs` (a sum over the
 * patch) where it was, when it fits nowhere at least twice as well, or where either picture ends.
 */
export function findMove(
  frame: usize,
  past: usize,
  x: i32,
  y: i32,
  fromX: i32,
  fromY: i32,
  differs: u32,
): i32 {
  if (!isInside(x, y) || !isInside(fromX, fromY)) return 0;
  const patch = frame + y * WIDTH + x;
  const stayed = patchDifference(patch, past + fromY * WIDTH + fromX, u32.MAX_VALUE);
  if (stayed < differs) return 0;
  let bestX = fromX;
  let bestY = fromY;
  let least = stayed;
  for (let step = FIRST_STEP; step >= 1; step >>= 1) {
    const centreX = bestX;
    const centreY = bestY;
    for (let toY = centreY - step; toY <= centreY + step; toY += step)
      for (let toX = centreX - step; toX <= centreX + step; toX += step) {
        if ((toX == centreX && toY == centreY) || !isInside(toX, toY)) continue;
        const difference = patchDifference(patch, past + toY * WIDTH + toX, least);
        if (difference >= least) continue;
        least = difference;
        bestX = toX;
        bestY = toY;
      }
  }
  return least < stayed - least ? ((fromY - bestY) << 8) + fromX - bestX : 0;
}
