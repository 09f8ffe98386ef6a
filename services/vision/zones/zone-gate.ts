import type { Box } from '../../contract/box.ts';
import type { Zone } from '../../contract/zone.ts';
import { iouOf } from '../box-geometry.ts';
import { ZoneArea } from './zone-area.ts';

/** Motion lies in a zone when its lower edge does, or this share of it; a thing when this share of its ground does. */
const ENOUGH = 0.2;
/** Ignored is what lies in ignore zones for the most part. */
const MOSTLY = 0.5;
/** Motion that pauses for no longer than this goes on: somebody who walks stands still at every door. */
const PAUSE_MS = 2000;
/** A sighting that overlaps with what is followed is that. */
const SAME = 0.3;

interface IncludeZone {
  readonly area: ZoneArea;
  readonly minimumTimeMs: number;
  /** From when to when something moved there without a longer pause. */
  moving: { readonly sinceMs: number; readonly lastMs: number } | null;
}

/**
 * Lets through what counts by the zones that the owner drew. What stands on the ground of an `ignore` zone doesn't count;
 * where there are `include` zones, only what stands in one does, once something has moved there for the zone's minimum
 * time. What is followed already goes on to be followed wherever it walks, so that one visit stays one visit.
 */
export class ZoneGate {
  readonly #ignored: ZoneArea | null;
  readonly #includes: readonly IncludeZone[];

  constructor(zones: readonly Zone[]) {
    const polygons = (kind: Zone['kind']) =>
      zones.filter((zone) => zone.kind === kind).map((zone) => zone.polygon);
    const ignored = polygons('ignore');
    this.#ignored = ignored.length === 0 ? null : new ZoneArea(ignored);
    this.#includes = zones
      .filter(({ kind }) => kind === 'include')
      .map(({ polygon, minimumTimeMs }) => ({ area: new ZoneArea([polygon]), minimumTimeMs, moving: null }));
  }

  /** The motion where the owner wants to know of it, however short it is. */
  heeded(boxes: readonly Box[]): readonly Box[] {
    const heeded = boxes.filter((box) => (this.#ignored?.shareOf(box) ?? 0) < MOSTLY);
    if (this.#includes.length === 0) return heeded;
    return heeded.filter((box) => this.#includes.some((zone) => movesIn(zone, box)));
  }

  /**
   * Of the motion that is heeded, what has lasted. To be asked once for every frame, in their order; `atMs`: milliseconds
   * since 1970.
   */
  moving(heeded: readonly Box[], atMs: number): readonly Box[] {
    for (const zone of this.#includes) {
      const moves = heeded.some((box) => movesIn(zone, box));
      notice(zone, moves, atMs);
    }
    if (this.#includes.length === 0) return heeded;
    const ripe = this.#ripe(atMs);
    return heeded.filter((box) => ripe.some((zone) => movesIn(zone, box)));
  }

  /** The things that count among those that were found, and those that are `followed` already. */
  sightings<T extends { readonly box: Box }>(
    found: readonly T[],
    { followed, atMs }: { readonly followed: readonly Box[]; readonly atMs: number },
  ): readonly T[] {
    const ripe = this.#ripe(atMs);
    return found.filter(({ box }) => {
      if (followed.some((known) => iouOf(known, box) > SAME)) return true;
      const ground = groundOf(box);
      if ((this.#ignored?.shareOf(ground) ?? 0) >= MOSTLY) return false;
      return this.#includes.length === 0 || ripe.some(({ area }) => area.shareOf(ground) >= ENOUGH);
    });
  }

  #ripe(atMs: number): readonly IncludeZone[] {
    return this.#includes.filter((zone) => isRipe(zone, atMs));
  }
}

/** A clock that was set back begins anew. */
function notice(zone: IncludeZone, moves: boolean, atMs: number): void {
  const { moving } = zone;
  const pauseMs = moving === null ? Number.POSITIVE_INFINITY : atMs - moving.lastMs;
  const goesOn = moving !== null && pauseMs >= 0 && pauseMs <= PAUSE_MS;
  if (moves) zone.moving = { sinceMs: goesOn ? moving.sinceMs : atMs, lastMs: atMs };
  else if (!goesOn) zone.moving = null;
}

function isRipe({ minimumTimeMs, moving }: IncludeZone, atMs: number): boolean {
  if (minimumTimeMs === 0) return true;
  if (moving === null || atMs - moving.lastMs > PAUSE_MS) return false;
  return moving.lastMs - moving.sinceMs >= minimumTimeMs;
}

function movesIn({ area }: IncludeZone, box: Box): boolean {
  return area.holds(box.x + box.width / 2, box.y + box.height) || area.shareOf(box) >= ENOUGH;
}

/** Where a thing stands: the lowest quarter of its box. */
function groundOf({ x, y, width, height }: Box): Box {
  return { x, y: y + 0.75 * height, width, height: 0.25 * height };
}
