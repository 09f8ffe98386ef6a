import type { Shift } from './motion-background.ts';
import type { Component, Edges } from './motion-components.ts';
import { cellsOf } from './motion-cells.ts';
import { goOn, isJourney, type Run, startRun } from './motion-run.ts';
import { hasTravelled, isLingering, type Sighting } from './motion-travel.ts';

/** A component followed from frame to frame, in pixels of the background's canvas, where a shaking camera stands still. */
export interface MotionTrack {
  readonly component: Component;
  readonly edges: Edges;
  readonly velocity: { readonly x: number; readonly y: number };
  readonly hits: number;
  readonly misses: number;
  /** It has travelled as a whole, as objects do and foliage doesn't. */
  readonly confirmed: boolean;
  /** The running mean of its rim's contrast (see `rimContrast`). */
  readonly contrast: number;
  readonly history: readonly Sighting[];
  /** How much it lies where things flicker, 0..1. */
  readonly flicker: number;
  /** The cells under its blocks. */
  readonly cells: readonly number[];
  /** In how many frames it covered which cell, since that was last learnt from; it goes on with the track. */
  readonly footprint: Map<number, number>;
  readonly run: Run;
  /** It is on its way, further than anything sways, or was at some time. */
  readonly journeying: boolean;
  readonly travelled: boolean;
}

/** What tracks are followed over. */
export interface Ground {
  readonly shift: Shift;
  /** How much the scene flickers in some cells, 0..1 (see `FlickerMap`). */
  readonly under: (cells: readonly number[]) => number;
}

/** A rim with less than this share of the background's contrast has nothing in front of it. */
const GHOST_CONTRAST = 0.6;
/** Frames that a track is given before it may be called a ghost. */
const HITS_TO_HAUNT = 4;
/** Frames that a track may go unseen. */
const PATIENCE = 2;
/** Frames that a track remembers. */
const MEMORY = 32;
const HITS_TO_CONFIRM = 3;
/** Boxes this many pixels apart may still be the same object. */
const REACH = 6;
const CONFIRMED_BONUS = 0.2;

/**
 * Follows components into the next frame: the pairs of track and component that overlap best come first (greedy), the
 * confirmed ones preferred. What splits off a confirmed track is confirmed as well.
 * @returns the new tracks; those with `misses` 0 were seen in this frame.
 */
export function followComponents(
  tracks: readonly MotionTrack[],
  components: readonly Component[],
  ground: Ground,
): readonly MotionTrack[] {
  const sightings = components.map((component) => sightingOf(component, ground));
  const pairs = matchBest(tracks, sightings);
  const taken = new Set(pairs.values());
  const kept = tracks.flatMap((track) => {
    const sighting = pairs.get(track);
    return sighting === undefined ? coast(track) : [advance(track, sighting)];
  });
  const fresh = sightings
    .filter((sighting) => !taken.has(sighting))
    .map((sighting) => begin(sighting, tracks));
  return [...kept, ...fresh];
}

/** Whether a track is the place that something left, rather than something: then it isn't motion, and is learnt fast. */
export function isGhost(track: MotionTrack): boolean {
  return track.hits >= HITS_TO_HAUNT && track.contrast < GHOST_CONTRAST;
}

/** The track after its rim's contrast was measured in this frame. A ghost isn't confirmed, whatever it was. */
export function withContrast(track: MotionTrack, contrast: number): MotionTrack {
  const measured = { ...track, contrast: 0.7 * track.contrast + 0.3 * contrast };
  return isGhost(measured) ? { ...measured, confirmed: false } : measured;
}

interface Located extends Sighting {
  readonly cells: readonly number[];
  readonly component: Component;
}

function sightingOf(component: Component, { shift, under }: Ground): Located {
  const cells = cellsOf(component.blocks, shift);
  return {
    component,
    cells,
    flicker: under(cells),
    x: component.x + shift.x,
    y: component.y + shift.y,
    area: component.area,
    edges: moved(component.edges, shift),
  };
}

function matchBest(
  tracks: readonly MotionTrack[],
  sightings: readonly Located[],
): ReadonlyMap<MotionTrack, Located> {
  const candidates: { track: MotionTrack; sighting: Located; score: number }[] = [];
  for (const track of tracks)
    for (const sighting of sightings) {
      const overlap = nearness(moved(track.edges, track.velocity), sighting.edges);
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

function advance(track: MotionTrack, sighting: Located): MotionTrack {
  const history = [...track.history.slice(-MEMORY), sighting];
  const hits = track.hits + 1;
  const run = goOn(track.run, sighting);
  const journeying = isJourney(run, sighting);
  return {
    component: sighting.component,
    edges: sighting.edges,
    velocity: velocityOf(track, sighting),
    hits,
    misses: 0,
    confirmed: track.confirmed ? !isLingering(history) : hits >= HITS_TO_CONFIRM && hasTravelled(history),
    contrast: track.contrast,
    history,
    flicker: sighting.flicker,
    cells: sighting.cells,
    footprint: stamped(track.footprint, sighting),
    run,
    journeying,
    travelled: track.travelled || journeying,
  };
}

/** A smoothed velocity in pixels a frame, bounded so that one bad match doesn't throw the track away. */
function velocityOf(track: MotionTrack, sighting: Located): { readonly x: number; readonly y: number } {
  const { edges } = sighting;
  const last = track.history.at(-1) ?? sighting;
  const most = Math.max(16, 0.6 * Math.max(edges.right - edges.left, edges.bottom - edges.top));
  const blend = (before: number, now: number) => {
    const value = track.hits > 1 ? 0.6 * before + 0.4 * now : now;
    return Math.min(Math.max(value, -most), most);
  };
  return {
    x: blend(track.velocity.x, sighting.x - last.x),
    y: blend(track.velocity.y, sighting.y - last.y),
  };
}

/** A track that wasn't seen goes on at its velocity for a while. */
function coast(track: MotionTrack): readonly MotionTrack[] {
  if (track.misses >= PATIENCE) return [];
  return [{ ...track, edges: moved(track.edges, track.velocity), misses: track.misses + 1 }];
}

function begin(sighting: Located, tracks: readonly MotionTrack[]): MotionTrack {
  return {
    component: sighting.component,
    edges: sighting.edges,
    velocity: { x: 0, y: 0 },
    hits: 1,
    misses: 0,
    confirmed: tracks.some(
      (track) =>
        track.confirmed &&
        (track.travelled || sighting.flicker < 0.35) &&
        mostlyInside(sighting.edges, track.edges),
    ),
    contrast: 1,
    history: [sighting],
    flicker: sighting.flicker,
    cells: sighting.cells,
    footprint: stamped(new Map(), sighting),
    run: startRun(sighting),
    journeying: false,
    travelled: false,
  };
}

function stamped(footprint: Map<number, number>, { cells }: Located): Map<number, number> {
  for (const cell of cells) footprint.set(cell, (footprint.get(cell) ?? 0) + 1);
  return footprint;
}

function moved(edges: Edges, by: { readonly x: number; readonly y: number }): Edges {
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

function mostlyInside(part: Edges, whole: Edges): boolean {
  const width = Math.min(part.right, whole.right) - Math.max(part.left, whole.left);
  const height = Math.min(part.bottom, whole.bottom) - Math.max(part.top, whole.top);
  return width > 0 && height > 0 && width * height > 0.5 * areaOf(part);
}

function areaOf(edges: Edges): number {
  return (edges.right - edges.left) * (edges.bottom - edges.top);
}
