import type { Event } from '../../../services/contract/event.ts';
import { clock, moment, shortDay } from '../../words/times.ts';
import { words } from '../../words/words.ts';

interface Presence {
  readonly here: boolean;
  readonly sentence: string;
}

/**
 * What the house knows of somebody, and no more: cameras see who passes them, not who sits in the kitchen. Who crossed a line
 * that the owner drew came in or went out by it.
 */
export function presenceOf(event: Event | undefined, nowMs: number): Presence {
  const { presence } = words;
  if (event === undefined) return { here: false, sentence: presence.never };
  if (event.endedAtMs === null) return { here: true, sentence: presence.here };
  const crossing = event.crossings?.at(-1);
  const atMs = crossing?.atMs ?? event.endedAtMs;
  const isToday = moment(atMs, nowMs) === clock(atMs);
  if (!isToday) return { here: false, sentence: presence.seenOn(shortDay(atMs)) };
  const say =
    crossing === undefined ? presence.seen : crossing.direction === 'in' ? presence.came : presence.went;
  return { here: false, sentence: say(clock(atMs)) };
}
