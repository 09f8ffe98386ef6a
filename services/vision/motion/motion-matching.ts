import type { Component, Edges } from './motion-components.ts';
import type { MotionTrack } from './motion-tracks.ts';
import type { Sighting } from './motion-travel.ts';

/** A component where it lies on the canvas. */
export interface Located extends Sighting {
  readonly cells: readonly number[];
  readonly component: Component;
}

/** Boxes this many pixels apart may still be the same object. */
const REACH = 6;
const CONFIRMED_BONUS = 0.2;
/** How far something may go from its first sighting to its second: pixels, and sizes of its own; and how much it may grow. */
const LEAP = 12;
const LEAP_SIZES = 2;
const LEAP_GROWTH = 2;

/** The pairs of track and sighting that fit best come first (greedy); each has one of the other at most. */
export function matchBest(
  tracks: readonly MotionTrack[],
  sightings: readonly Located[],
): ReadonlyMap<MotionTrack, Located> {
  const candidates: { track: MotionTrack; sighting: Located; score: number }[] = [];
  for (const track of tracks)
    for (const sighting of sightings) {
      const overlap = nearness(moved(track.edges, track.velocity), sighting.edges) || leap(track, sighting);
      if (overlap === 0) continue;
      candidates.push({ track, sighting, score: overlap + (track.confirmed ? CONFIRMED_BONUS : 0) });
    }
  candidates.sort((a, b) => b.score - a.score);
  const pairs = new Map<MotionTrack, Located>();
  const taken = new Set<Located>();
  for (const { track, sighting } of candidates) {
    if (pairs.has(track) || taken.has(sighting)) continue;
    pairs.set(track, sighting);
    taken.add(sighting);
  }
  return pairs;
}

/**
 * How well a sighting may be the next of a track that was seen but once, whose velocity isn't known yet: with few frames a
 * second a car is elsewhere in the next one. The nearest of about its size comes first, but after all that overlap.
 */
function leap({ hits, misses, component }: MotionTrack, sighting: Located): number {
  if (hits > 1 || misses > 0) return 0;
  const { left, top, right, bottom } = component.edges;
  const reach = LEAP + LEAP_SIZES * Math.max(right - left, bottom - top);
  const distance = Math.hypot(sighting.component.x - component.x, sighting.component.y - component.y);
  const growth = sighting.area / component.area;
  if (distance > reach || growth > LEAP_GROWTH || growth < 1 / LEAP_GROWTH) return 0;
  return (0.01 * (reach - distance)) / reach;
}

export function moved(edges: Edges, by: { readonly x: number; readonly y: number }): Edges {
  return {
    left: edges.left + by.x,
    top: edges.top + by.y,
    right: edges.right + by.x,
    bottom: edges.bottom + by.y,
  };
}

/** Intersection over union, where boxes a few pixels apart still count a little; 0 when they are further apart. */
function nearness(a: Edges, b: Edges): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (width <= -REACH || height <= -REACH) return 0;
  const shared = Math.max(width, 1) * Math.max(height, 1);
  return shared / (areaOf(a) + areaOf(b) - shared);
}

/** Whether most of a rectangle lies in another. */
export function mostlyInside(part: Edges, whole: Edges): boolean {
  const width = Math.min(part.right, whole.right) - Math.max(part.left, whole.left);
  const height = Math.min(part.bottom, whole.bottom) - Math.max(part.top, whole.top);
  return width > 0 && height > 0 && width * height > 0.5 * areaOf(part);
}

function areaOf(edges: Edges): number {
  return (edges.right - edges.left) * (edges.bottom - edges.top);
}
