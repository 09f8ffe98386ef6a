import type { Zone } from '../../contract/zone.ts';
import { LUMA_HEIGHT, LUMA_WIDTH } from '../motion/luma.ts';
import { BLOCK, BLOCK_COLUMNS, BLOCK_ROWS } from '../motion/motion-blocks.ts';
import { fillPolygon } from './polygon.ts';

/** A block as calm as the detector is set. */
export const AS_SET = 16;
/** A block whose motion never counts. */
export const NEVER = 0xff;

/** What stands in a zone reaches above it: so far above, in rows of blocks, motion still counts (a third of the picture). */
const REACH_ROWS = 15;
/** The motion detector sees a pixel blurred into its neighbours so far away. */
const BLUR = 2;

/**
 * How much calmer than it was set the motion detector must be in each of its 80×45 blocks, in sixteenths: 16 as set, 32
 * twice as calm, 255 never. A zone's own sensitivity holds within it; where two zones overlap, the keener one counts. In
 * `ignore` and `privacy` zones nothing counts, nor does it outside of the `include` zones, where there are any, and of
 * what may stand in them.
 *
 * @param set the sensitivity, 0 calmer … 1 keener, that the detector was made with; `wanted` the one that should hold now
 *   outside of the zones that have their own. Each 0.5 is a factor of two, as in `MotionDetector`.
 */
export function calmFactors(
  zones: readonly Zone[],
  { set, wanted }: { readonly set: number; readonly wanted: number },
): Uint8Array {
  const includes = zones.filter(({ kind }) => kind === 'include');
  const own = factorOf(set, wanted);
  const factors = new Uint8Array(BLOCK_COLUMNS * BLOCK_ROWS).fill(includes.length > 0 ? NEVER : own);
  for (const zone of includes) reachAbove(cellsOf(zone), factors, own);
  const calmestFirst = includes.toSorted((a, b) => (a.sensitivity ?? wanted) - (b.sensitivity ?? wanted));
  for (const zone of calmestFirst) paint(zone, factors, factorOf(set, zone.sensitivity ?? wanted));
  for (const zone of zones) if (zone.kind === 'ignore') paint(zone, factors, NEVER);
  for (const zone of zones) if (zone.kind === 'privacy') paintTouched(zone, factors);
  return factors;
}

function factorOf(set: number, wanted: number): number {
  return Math.min(NEVER - 1, Math.max(1, Math.round(AS_SET * 2 ** (2 * (set - wanted)))));
}

function paint({ polygon }: Zone, cells: Uint8Array, value: number): void {
  fillPolygon(polygon, { width: BLOCK_COLUMNS, height: BLOCK_ROWS, cells }, value);
}

/**
 * Gives never to every block that the zone touches, if only by the smoothing of the picture: when a zone is drawn its edge
 * turns black, and is no motion.
 */
function paintTouched({ polygon }: Zone, factors: Uint8Array): void {
  const cells = new Uint8Array(LUMA_WIDTH * LUMA_HEIGHT);
  fillPolygon(polygon, { width: LUMA_WIDTH, height: LUMA_HEIGHT, cells }, 1);
  for (let at = cells.indexOf(1); at >= 0; at = cells.indexOf(1, at + 1))
    for (const y of [-BLUR, BLUR])
      for (const x of [-BLUR, BLUR]) {
        const column = Math.floor(((at % LUMA_WIDTH) + x) / BLOCK);
        const row = Math.floor((Math.floor(at / LUMA_WIDTH) + y) / BLOCK);
        const inside = column >= 0 && column < BLOCK_COLUMNS && row >= 0 && row < BLOCK_ROWS;
        if (inside) factors[row * BLOCK_COLUMNS + column] = NEVER;
      }
}

/** The blocks of a zone: 1 inside. */
function cellsOf(zone: Zone): Uint8Array {
  const cells = new Uint8Array(BLOCK_COLUMNS * BLOCK_ROWS);
  paint(zone, cells, 1);
  return cells;
}

function reachAbove(inside: Uint8Array, factors: Uint8Array, value: number): void {
  for (let at = 0; at < inside.length; at += 1) {
    if (inside[at] !== 1) continue;
    const top = Math.max(at % BLOCK_COLUMNS, at - REACH_ROWS * BLOCK_COLUMNS);
    for (let above = at; above >= top; above -= BLOCK_COLUMNS) factors[above] = value;
  }
}
