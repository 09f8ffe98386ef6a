import { BLOCK } from './motion-blocks.ts';
import type { Edges } from './motion-components.ts';

/** Where a track was seen once: centre and edges in pixels of the background's canvas, area in blocks. */
export interface Sighting {
  readonly x: number;
  readonly y: number;
  readonly area: number;
  readonly edges: Edges;
  /** How much it lay where things flicker, 0..1. */
  readonly flicker: number;
}

interface Demand {
  readonly sightings: number;
  readonly pixels: number;
  /** In sizes of its own. */
  readonly sizes: number;
  /** Share of the path that it got on. */
  readonly straightness: number;
  /** Of the largest area to the smallest. */
  readonly growth: number;
}

const DEMAND: Demand = { sightings: 3, pixels: 10, sizes: 0.6, straightness: 0.7, growth: 4 };
/** Leaves sway by some pixels too. */
const DEMAND_AMONG_LEAVES: Demand = { sightings: 6, pixels: 28, sizes: 1.2, straightness: 0.9, growth: 2.2 };
/** What flickers in more than this of its place is among leaves. */
const AMONG_LEAVES = 0.35;
/** Among leaves, what didn't get this far in so many sightings lingers. */
const LINGERS_FOR = 16;
const LINGERS_WITHIN = 12;

/**
 * Whether a track went somewhere, as people and cars do and foliage, water and flicker don't: it moved by 10 pixels and
 * 0.6 of its own size, fairly straight, without changing its area too much, and with both its edges, since something
 * that merely grows moves one. Where things flicker, more of it is asked for.
 */
export function hasTravelled(history: readonly Sighting[]): boolean {
  const first = history[0];
  const last = history.at(-1);
  if (first === undefined || last === undefined) return false;
  const net = Math.hypot(last.x - first.x, last.y - first.y);
  // Most tracks are young or stay where they are; the rest is worked out for the others only.
  if (history.length < DEMAND.sightings || net < DEMAND.pixels) return false;
  const demand = flickerOf(history) > AMONG_LEAVES ? DEMAND_AMONG_LEAVES : DEMAND;
  const areas = history.map((sighting) => sighting.area);
  const size = Math.sqrt(areas.reduce((sum, area) => sum + area, 0) / areas.length) * BLOCK;
  return (
    history.length >= demand.sightings &&
    net >= Math.max(demand.pixels, demand.sizes * size) &&
    net >= demand.straightness * pathOf(history) &&
    Math.max(...areas) < demand.growth * Math.min(...areas) &&
    edgesAgree(first.edges, last.edges)
  );
}

/** Whether a track has not got anywhere lately, among leaves: it is then one of them, even if something passed there. */
export function isLingering(history: readonly Sighting[]): boolean {
  if ((history.at(-1)?.flicker ?? 0) === 0) return false;
  const lately = history.slice(-LINGERS_FOR);
  const first = lately[0];
  const last = lately.at(-1);
  if (first === undefined || last === undefined || lately.length < LINGERS_FOR) return false;
  return flickerOf(lately) > AMONG_LEAVES && Math.hypot(last.x - first.x, last.y - first.y) < LINGERS_WITHIN;
}

function flickerOf(history: readonly Sighting[]): number {
  return history.reduce((sum, sighting) => sum + sighting.flicker, 0) / history.length;
}

function pathOf(history: readonly Sighting[]): number {
  let path = 0;
  for (let i = 1; i < history.length; i++) {
    const from = history[i - 1];
    const to = history[i];
    if (from !== undefined && to !== undefined) path += Math.hypot(to.x - from.x, to.y - from.y);
  }
  return path;
}

function edgesAgree(from: Edges, to: Edges): boolean {
  return (
    (to.left - from.left) * (to.right - from.right) > 0 || (to.top - from.top) * (to.bottom - from.bottom) > 0
  );
}
