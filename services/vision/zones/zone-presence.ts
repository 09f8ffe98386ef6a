import type { Feet } from './feet.ts';
import type { ZoneArea } from './zone-area.ts';

/** Seen so often in the zone before it is there. */
const TIMES = 2;
/** It has left when it was seen outside for this long: a box that trembles at the zone's edge stays. */
const LEAVES_AFTER_MS = 1000;
/** Seen outside once and inside again after a longer time: it has been away. */
const AWAY_MS = 8000;
/** Feet this share of their box's size beside the zone may still be in it, once they were. */
const MARGIN = 0.15;

interface Stay {
  readonly sinceMs: number;
  readonly times: number;
  readonly outsideSinceMs: number | null;
}

/**
 * Whether one thing stays in one zone for as long as the zone asks (Frigate's inertia and loitering time). Its feet decide; while
 * they are hidden, or nobody looks at something that stands still, nothing changes.
 */
export class ZonePresence {
  readonly #area: Pick<ZoneArea, 'holds'>;
  readonly #dwellMs: number;
  #stay: Stay | null = null;

  constructor(area: Pick<ZoneArea, 'holds'>, dwellMs: number) {
    this.#area = area;
    this.#dwellMs = dwellMs;
  }

  /** To be told of every sighting in their order. True from the time on when it has stayed long enough, while it stays. */
  note(feet: Feet, atMs: number): boolean {
    if (feet.kind === 'hidden') return false;
    this.#stay = this.#next(feet, atMs);
    const stay = this.#stay;
    if (stay?.outsideSinceMs !== null) return false;
    return stay.times >= TIMES && atMs - stay.sinceMs >= this.#dwellMs;
  }

  #next(feet: Feet, atMs: number): Stay | null {
    const stay = this.#stay;
    const outsideMs = atMs - (stay?.outsideSinceMs ?? atMs);
    if (this.#area.holds(feet.at.x, feet.at.y)) {
      if (stay === null || outsideMs >= AWAY_MS) return { sinceMs: atMs, times: 1, outsideSinceMs: null };
      return { ...stay, times: stay.times + 1, outsideSinceMs: null };
    }
    if (stay === null || this.#touches(feet)) return stay;
    return outsideMs >= LEAVES_AFTER_MS ? null : { ...stay, outsideSinceMs: atMs - outsideMs };
  }

  #touches({ at, size }: Feet): boolean {
    const [x, y] = [MARGIN * size.width, MARGIN * size.height];
    return (
      this.#area.holds(at.x - x, at.y) ||
      this.#area.holds(at.x + x, at.y) ||
      this.#area.holds(at.x, at.y - y) ||
      this.#area.holds(at.x, at.y + y)
    );
  }
}
