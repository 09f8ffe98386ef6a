import type { Shift } from './motion-background.ts';
import { CELLS, cellsIn } from './motion-cells.ts';
import type { Edges } from './motion-components.ts';
import { clutterOver, learnClutter, standsOut, UNKNOWN_CLUTTER } from './motion-clutter.ts';
import { FlickerMap } from './motion-flicker.ts';
import { Flow } from './motion-flow.ts';
import { isGhost, type MotionTrack } from './motion-tracks.ts';

/** A track that lies in flicker for more than this must prove itself. */
const AMONG_LEAVES = 0.35;
/** Or be so many times larger than what flickers there. */
const LARGER = 2.5;
/** What stays that long without getting anywhere is told to the map from time to time. */
const TELL_EVERY = 60;
/** A track that ends where confirmed ones are, for more than this share, was a part of them. */
const PART = 0.3;
/** Frames that a cell through which something is carried counts for; it is asked now and then only. */
const CARRIED_FRAMES = 8;

/** Learns from all tracks where leaves and water are, and tells which tracks are no more than that. */
export class Foliage {
  readonly #map = new FlickerMap();
  readonly #flow = new Flow();
  /** What comes and goes anywhere; near leaves it counts for more. */
  #flutter = UNKNOWN_CLUTTER;

  /** How much the scene flickers in these cells, 0..1. */
  under(cells: readonly number[]): number {
    const flicker = this.#map.under(cells);
    return this.#map.isNear(cells) ? Math.max(flicker, clutterOver(this.#flutter, cells.length)) : flicker;
  }

  /** Whether a track lies among leaves or near to them: what comes and goes there is no rain. */
  isNear(track: MotionTrack): boolean {
    return this.#map.isNear(track.cells);
  }

  /** Whether a track is no more than what flickers in its place. */
  hides(track: MotionTrack): boolean {
    const flicker = this.#map.under(track.cells);
    if (flicker < AMONG_LEAVES) return this.#map.isNear(track.cells) && !standsOut(track, this.#flutter);
    return !track.confirmed && track.component.area <= LARGER * this.#map.sizeOver(track.cells);
  }

  /** See `MotionDetector.teach`. */
  teach(edges: Edges, holdsObject: boolean): void {
    this.#map.teach(cellsIn(edges), holdsObject);
  }

  /**
   * @param before the tracks of the last frame.
   * @param seen the present frame, and where it lies.
   */
  learn(
    before: readonly MotionTrack[],
    tracks: readonly MotionTrack[],
    seen: { readonly frame: Uint8Array; readonly shift: Shift },
  ): void {
    this.#map.tick();
    const present = tracks.filter((track) => track.misses === 0);
    for (const track of present) this.#learnPresent(track);
    this.#learnFlow(present, seen);
    this.#learnEnded(before, tracks);
    this.#flutter = learnClutter(this.#flutter, tracks);
  }

  #learnFlow(
    present: readonly MotionTrack[],
    seen: { readonly frame: Uint8Array; readonly shift: Shift },
  ): void {
    let busy: readonly number[] = [];
    const carried = this.#flow.follow(seen.frame, seen.shift, () => {
      busy = onceEach(present);
      return busy;
    });
    if (carried.length === 0) return;
    // Only some of the busy cells are asked in one frame, so each stands for several.
    const frames = CARRIED_FRAMES * Math.max(1, busy.length / 8);
    this.#map.learnTravelled(new Map(carried.map((cell) => [cell, frames])));
  }

  #learnPresent(track: MotionTrack): void {
    const { footprint } = track;
    if (track.journeying) this.#map.learnTravelled(footprint);
    const isTraveller = track.confirmed && track.travelled;
    if (isTraveller && (track.journeying || track.flicker < AMONG_LEAVES))
      this.#map.visit(cellsIn(grown(track.edges)));
    const told = track.hits % TELL_EVERY === 0 && !track.travelled && !isGhost(track);
    if (told) this.#map.learnIdle(footprint, track.component.area);
    if (told || track.travelled || isGhost(track)) footprint.clear();
  }

  /** What has ended without ever getting anywhere was idle, unless it was a part of something that goes on. */
  #learnEnded(before: readonly MotionTrack[], tracks: readonly MotionTrack[]): void {
    const living = new Set(tracks.map((track) => track.footprint));
    const ended = before.filter((track) => !living.has(track.footprint) && !isGhost(track));
    if (ended.length === 0) return;
    const covered = new Set(
      tracks.flatMap((track) => (track.confirmed && track.misses === 0 ? track.cells : [])),
    );
    for (const track of ended) {
      const cells = [...track.footprint.keys()];
      if (cells.filter((cell) => covered.has(cell)).length > PART * cells.length) continue;
      this.#map.learnIdle(track.footprint, track.component.area);
    }
  }
}

/** The cells of all these tracks, each once. */
function onceEach(tracks: readonly MotionTrack[]): readonly number[] {
  const known = new Uint8Array(CELLS);
  const cells: number[] = [];
  for (const track of tracks)
    for (const cell of track.cells) {
      if (known[cell] === 1) continue;
      known[cell] = 1;
      cells.push(cell);
    }
  return cells;
}

/** With half a cell around it. */
function grown({ left, top, right, bottom }: Edges): Edges {
  return { left: left - 4, top: top - 4, right: right + 4, bottom: bottom + 4 };
}
