import type { Crossing } from '../../contract/event.ts';
import type { Line, Point } from '../../contract/zone.ts';
import type { Feet } from './feet.ts';

/** Farther from the line than this share of the thing's own size it is on one side for certain. */
const MARGIN = 0.2;
/** Seen so often on the other side before it is believed. */
const TIMES = 2;
/** A way that passes an end of the line by no more than this share of its length still crosses it. */
const BESIDE = 0.03;

/** `left`, `right`: seen from the line's first end to its second. */
type Side = 'left' | 'right';

interface Stand {
  readonly side: Side;
  /** Where it was on that side for certain, the last time. */
  readonly at: Point;
}

interface Step extends Stand {
  readonly atMs: number;
  readonly times: number;
}

/**
 * Whether one thing crossed one line: its feet were on both sides for certain, farther from the line than their box trembles,
 * and the way between led over the line and not around its end. Feet that are hidden say nothing; after feet that came out
 * from behind something it begins anew.
 */
export class LineCrossing {
  readonly #line: Line;
  #stand: Stand | null = null;
  #step: Step | null = null;

  constructor(line: Line) {
    this.#line = line;
  }

  /** To be told of every sighting in their order. Gives the crossing when it is certain, with the time when it was done. */
  note(feet: Feet, atMs: number): Crossing | null {
    if (feet.kind === 'hidden') return null;
    if (feet.kind === 'revealed') {
      this.#stand = null;
      this.#step = null;
    }
    const side = sideOf(this.#line, feet);
    if (side === null) return null;
    if (this.#stand === null || this.#stand.side === side) {
      this.#stand = { side, at: feet.at };
      this.#step = null;
      return null;
    }
    const { times, ...first } = this.#step ?? { side, at: feet.at, atMs, times: 0 };
    this.#step = { ...first, times: times + 1 };
    if (times + 1 < TIMES) return null;
    const crossing = crossingOf(this.#line, this.#stand, first);
    this.#stand = { side, at: feet.at };
    this.#step = null;
    return crossing;
  }
}

/** Null when it is too near to the line to tell. */
function sideOf({ from, to }: Line, { at, size }: Feet): Side | null {
  const [along, down] = [(to.x - from.x) / size.width, (to.y - from.y) / size.height];
  const length = Math.hypot(along, down);
  if (length === 0) return null;
  const across = along * ((at.y - from.y) / size.height) - down * ((at.x - from.x) / size.width);
  if (Math.abs(across) / length < MARGIN) return null;
  return across > 0 ? 'right' : 'left';
}

function crossingOf(line: Line, stand: Stand, step: Omit<Step, 'times'>): Crossing | null {
  const share = shareAlong(line, stand.at, step.at);
  if (share < -BESIDE || share > 1 + BESIDE) return null;
  const direction = step.side === 'right' ? 'in' : 'out';
  if (line.direction !== 'both' && line.direction !== direction) return null;
  return { line: line.name, direction, atMs: step.atMs };
}

/** Where the way from one place to another meets the line: 0 at its first end, 1 at its second. */
function shareAlong({ from, to }: Line, start: Point, end: Point): number {
  const line = { x: to.x - from.x, y: to.y - from.y };
  const way = { x: end.x - start.x, y: end.y - start.y };
  const turn = line.x * way.y - line.y * way.x;
  return ((start.x - from.x) * way.y - (start.y - from.y) * way.x) / turn;
}
