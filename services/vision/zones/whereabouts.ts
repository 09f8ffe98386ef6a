import type { Crossing, Event } from '../../contract/event.ts';
import { type DrawnPlaces, NOWHERE } from './drawn-places.ts';
import type { Feet } from './feet.ts';
import { LineCrossing } from './line-crossing.ts';
import { ZonePresence } from './zone-presence.ts';

/** Somebody who walks up and down on a line fills no page with it. */
const MOST_CROSSINGS = 50;

/** In which zones a visit stayed and which lines it crossed. */
export class Whereabouts {
  #places: DrawnPlaces = NOWHERE;
  #stays: readonly { readonly name: string; readonly presence: ZonePresence }[] = [];
  #ways: readonly LineCrossing[] = [];
  #zones: readonly string[] = [];
  #crossings: readonly Crossing[] = [];

  /** What an event says of it: nothing where there is nothing to say. */
  get told(): Pick<Event, 'zones' | 'crossings'> {
    return {
      ...(this.#zones.length === 0 ? {} : { zones: [...this.#zones] }),
      ...(this.#crossings.length === 0 ? {} : { crossings: [...this.#crossings] }),
    };
  }

  /** True when there is more to tell. Other places than the last time hold from now on; what was told stays. */
  note(feet: Feet, atMs: number, places: DrawnPlaces): boolean {
    if (places !== this.#places) this.#take(places);
    const reached = this.#stays.filter(({ presence }) => presence.note(feet, atMs)).map(({ name }) => name);
    const zones = [...new Set([...this.#zones, ...reached])];
    const crossed = this.#ways.map((way) => way.note(feet, atMs)).filter((crossing) => crossing !== null);
    const crossings = [...this.#crossings, ...crossed].slice(0, MOST_CROSSINGS);
    const isMore = zones.length > this.#zones.length || crossings.length > this.#crossings.length;
    this.#zones = zones;
    this.#crossings = crossings;
    return isMore;
  }

  #take(places: DrawnPlaces): void {
    this.#places = places;
    this.#stays = places.zones.map(({ name, area, dwellMs }) => ({
      name,
      presence: new ZonePresence(area, dwellMs),
    }));
    this.#ways = places.lines.map((line) => new LineCrossing(line));
  }
}
