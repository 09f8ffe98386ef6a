import type { Intent, Reply, Slots } from '../contract/intent.ts';
import { counted, duration, listed } from './spoken.ts';
import type { Timer, Timers } from './timers.ts';

const DAY_MS = 24 * 60 * 60_000;
/** More would be a mistake of the ear, not a wish. */
const MOST_TIMERS = 20;

/** The intents that speak of timers. A timer is known by its length: "the five minute timer". */
export class TimerActions {
  readonly #timers: Timers;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  act({ name, slots }: Intent): Reply {
    if (name === 'HassStartTimer') return this.#start(lengthOf(slots));
    if (name === 'HassCancelTimer') return this.#cancel(slots);
    return this.#status(lengthOf(slots));
  }

  #start(lengthMs: number): Reply {
    if (lengthMs === 0) return failed('For how long? Say, for example, set a timer for five minutes.');
    if (lengthMs > DAY_MS) return failed('A timer can run for a day at most.');
    if (this.#timers.list().length >= MOST_TIMERS)
      return failed(`There are ${MOST_TIMERS} timers already. Cancel one first.`);
    this.#timers.start(lengthMs);
    return { outcome: 'done', text: `The timer is set for ${duration(lengthMs)}.` };
  }

  #cancel(slots: Slots): Reply {
    const running = this.#timers.list();
    const lengthMs = lengthOf(slots);
    const meant = running.filter((timer) => lengthMs === 0 || timer.lengthMs === lengthMs);
    const [first] = meant;
    if (first === undefined) return failed(nothing(running, lengthMs));
    const isClear = meant.length === 1 || lengthMs > 0 || slots.state === 'all';
    if (!isClear) return failed(`There are timers for ${lengths(meant)}. Say which one.`);
    const cancelled = slots.state === 'all' ? meant : [first];
    this.#timers.cancel(cancelled);
    if (cancelled.length > 1)
      return { outcome: 'done', text: `Cancelled ${counted(cancelled.length, 'timer')}.` };
    return { outcome: 'done', text: `Cancelled the timer for ${duration(first.lengthMs)}.` };
  }

  #status(lengthMs: number): Reply {
    const running = this.#timers.list();
    const meant = running.filter((timer) => lengthMs === 0 || timer.lengthMs === lengthMs);
    const [first, ...others] = meant;
    if (first === undefined) return { outcome: 'answered', text: nothing(running, lengthMs) };
    const left = (timer: Timer) => duration(this.#timers.leftMs(timer));
    if (others.length === 0) return { outcome: 'answered', text: `There are ${left(first)} left.` };
    const each = meant.map((timer) => `${left(timer)} of ${duration(timer.lengthMs)}`);
    return {
      outcome: 'answered',
      text: `There are ${counted(meant.length, 'timer')}: ${listed(each)} left.`,
    };
  }
}

/** The sentence for a timer that ends. */
export function ringing({ lengthMs }: Timer): string {
  return `The timer for ${duration(lengthMs)} is over.`;
}

function lengthOf({ hours = 0, minutes = 0, seconds = 0 }: Slots): number {
  return Math.round(hours * 3600 + minutes * 60 + seconds) * 1000;
}

function nothing(running: readonly Timer[], lengthMs: number): string {
  if (running.length === 0) return 'There is no timer.';
  return `There is no timer for ${duration(lengthMs)}, only for ${lengths(running)}.`;
}

function lengths(timers: readonly Timer[]): string {
  return listed(timers.map((timer) => duration(timer.lengthMs)));
}

function failed(text: string): Reply {
  return { outcome: 'failed', text };
}
