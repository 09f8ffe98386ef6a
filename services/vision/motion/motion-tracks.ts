import type { Shift } from './motion-background.ts';
import type { Component, Edges } from './motion-components.ts';
import { type Located, matchBest, mostlyInside, moved } from './motion-matching.ts';
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
  /** How often it was only light upon the scene, lately: a running mean, 0..1. */
  readonly veil: number;
  readonly history: readonly Sighting[];
  /** How much it lies where things flicker or flit, 0..1. */
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
  /** How much flickers or flits in some cells, 0..1, where something covers them that has as many blocks as there are cells. */
  readonly under: (cells: readonly number[]) => number;
}

/** A rim with less than this share of the background's contrast has nothing in front of it. */
const GHOST_CONTRAST = 0.6;
/** Frames that a track is given before it may be called a ghost. */
const HITS_TO_HAUNT = 4;
/** A track that was light for this share of the time, lately, is. */
const MOSTLY = 0.6;
/** Tracks seen more often than this are measured every so many frames. */
const YOUNG = 8;
const MEASURE_EVERY = 3;
const HITS_TO_STICK = 12;
const SPECK_AREA = 6;
/** Frames that a track may go unseen. */
const PATIENCE = 2;
/** Frames that a track remembers. */
const MEMORY = 32;
const HITS_TO_CONFIRM = 3;
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

/** Whether a track is the place that something left, or light, rather than something: then it isn't motion, and is learnt fast. */
export function isGhost(track: MotionTrack): boolean {
  return track.veil > MOSTLY || (track.hits >= HITS_TO_HAUNT && track.contrast < GHOST_CONTRAST);
}

/** Whether a track is a mere speck that has been stuck in its place since it appeared: a remainder of light or of a ghost. */
export function isSpeck({ confirmed, hits, component, run }: MotionTrack): boolean {
  return !confirmed && hits >= HITS_TO_STICK && component.area <= SPECK_AREA && run.steps === 0;
}

/** What was measured of a track in this frame: its rim's contrast, and whether it is only light upon the scene. */
export interface Measure {
  readonly contrast: number;
  readonly isVeil: boolean;
}

/** Whether a track is to be measured in this frame: always while it is young, then now and then. */
export function isDue({ misses, hits }: MotionTrack): boolean {
  return misses === 0 && (hits <= YOUNG || hits % MEASURE_EVERY === 0);
}

/** The track after it was measured in this frame. A ghost isn't confirmed, whatever it was. */
export function measured(track: MotionTrack, { contrast, isVeil }: Measure): MotionTrack {
  const veil = isVeil ? 1 : 0;
  const share = track.hits === 1 ? 1 : track.hits <= YOUNG ? 0.3 : 0.6;
  const known = {
    ...track,
    contrast: track.contrast + (track.hits === 1 ? 0.3 : share) * (contrast - track.contrast),
    veil: track.veil + share * (veil - track.veil),
  };
  return isGhost(known) ? { ...known, confirmed: false } : known;
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

function advance(track: MotionTrack, sighting: Located): MotionTrack {
  const history = track.history.slice(-MEMORY);
  history.push(remembered(sighting));
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
    veil: track.veil,
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
        (track.journeying || sighting.flicker < 0.35) &&
        mostlyInside(sighting.edges, track.edges),
    ),
    contrast: 1,
    veil: 0,
    history: [remembered(sighting)],
    flicker: sighting.flicker,
    cells: sighting.cells,
    footprint: stamped(new Map(), sighting),
    run: startRun(sighting),
    journeying: false,
    travelled: false,
  };
}

/** Without its blocks and cells, which are many. */
function remembered({ x, y, area, edges, flicker }: Sighting): Sighting {
  return { x, y, area, edges, flicker };
}

function stamped(footprint: Map<number, number>, { cells }: Located): Map<number, number> {
  for (const cell of cells) footprint.set(cell, (footprint.get(cell) ?? 0) + 1);
  return footprint;
}
