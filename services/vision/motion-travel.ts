import { BLOCK } from './motion-blocks.ts';
import type { Edges } from './motion-components.ts';

/** Where a track was seen once: centre and edges in pixels of the background's canvas, area in blocks. */
export interface Sighting {
  readonly x: number;
  readonly y: number;
  readonly area: number;
  readonly edges: Edges;
}

const LEAST_PIXELS = 10;
const LEAST_SIZES = 0.6;
const STRAIGHTNESS = 0.7;
const LARGEST_GROWTH = 4;

/**
 * Whether a track went somewhere, as people and cars do and foliage, water and flicker don't: it moved by 10 pixels and
 * 0.6 of its own size, fairly straight, without changing its area too much, and with both its edges, since something
 * that merely grows moves one.
 */
export function hasTravelled(history: readonly Sighting[]): boolean {
  const first = history[0];
  const last = history.at(-1);
  if (first === undefined || last === undefined) return false;
  const net = Math.hypot(last.x - first.x, last.y - first.y);
  const areas = history.map((sighting) => sighting.area);
  const size = Math.sqrt(areas.reduce((sum, area) => sum + area, 0) / areas.length) * BLOCK;
  return (
    net >= Math.max(LEAST_PIXELS, LEAST_SIZES * size) &&
    net >= STRAIGHTNESS * pathOf(history) &&
    Math.max(...areas) < LARGEST_GROWTH * Math.min(...areas) &&
    edgesAgree(first.edges, last.edges)
  );
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
