import type { Box } from '../../contract/box.ts';
import type { Label } from '../../contract/event.ts';

/** It has gone elsewhere when it went this share of its size: who stretches in a chair, or turns in sleep, has not … */
const TRAVEL: Readonly<Record<Label, number>> = { vehicle: 0.15, person: 0.5, animal: 0.5 };
/** … or became so many times larger or smaller both ways: it comes straight on. */
const GROWTH = 1.3;
/** The detector's box jumps once in a while; so many in a row have moved. */
const TIMES = 2;

/**
 * How far a box went from another, as a share of its size: the smaller way of its two opposite edges, when both went the same
 * way. A box that only lost or found a part of the thing, hidden by a passer-by or cut by a shadow, has an edge that
 * stayed, and went nowhere.
 */
export function travelOf(from: Box, to: Box): number {
  const across = together(to.x - from.x, to.x + to.width - from.x - from.width);
  const down = together(to.y - from.y, to.y + to.height - from.y - from.height);
  return Math.hypot(across / Math.max(from.width, to.width), down / Math.max(from.height, to.height));
}

/** Whether a thing is elsewhere than it was. */
export function hasMoved(label: Label, from: Box, to: Box): boolean {
  const wider = to.width / from.width;
  const higher = to.height / from.height;
  const grew = Math.min(wider, higher) > GROWTH || Math.max(wider, higher) < 1 / GROWTH;
  return grew || travelOf(from, to) > TRAVEL[label];
}

/**
 * Since when a thing is where it is: Frigate's `stationary`, by the place alone. What moves within the place, a shadow, a
 * headlight, somebody who walks by, does not count.
 */
export class Standstill {
  readonly #label: Label;
  #place: Box;
  #away = 0;
  sinceMs: number;
  /** It was elsewhere before. */
  hasTravelled = false;

  constructor(label: Label, place: Box, atMs: number) {
    this.#label = label;
    this.#place = place;
    this.sinceMs = atMs;
  }

  get place(): Box {
    return this.#place;
  }

  note(box: Box, atMs: number): void {
    this.#away = hasMoved(this.#label, this.#place, box) ? this.#away + 1 : 0;
    if (this.#away < TIMES) return;
    this.#place = box;
    this.#away = 0;
    this.sinceMs = atMs;
    this.hasTravelled = true;
  }
}

function together(first: number, second: number): number {
  return first * second <= 0 ? 0 : Math.min(Math.abs(first), Math.abs(second));
}
