import type { Intent, Reply, Slots } from '../../contract/intent.ts';
import type { ReplyName } from './reply-words.ts';
import type { Speech } from './speech.ts';
import type { Timer, Timers } from './timers.ts';

const DAY_MS = 24 * 60 * 60_000;
/** More would be a mistake of the ear, not a wish. */
const MOST_TIMERS = 20;

/** Whether an intent speaks of timers. */
export function isOfTimers({ name }: Intent): boolean {
  return /Timers?$|TimerStatus$/.test(name);
}

/** The intents that speak of timers. A timer is known by its name or its length: "the pizza timer", "the five minute timer". */
export class TimerActions {
  readonly #timers: Timers;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  act({ name, slots }: Intent, speech: Speech): Reply {
    const answer = new TimerAnswer(this.#timers, speech);
    switch (name) {
      case 'HassStartTimer':
        return answer.start(slots);
      case 'HassCancelTimer':
        return slots.state === 'all' ? answer.cancelAll() : answer.cancel(slots);
      case 'HassCancelAllTimers':
        return answer.cancelAll();
      case 'HassPauseTimer':
        return answer.pause(slots);
      case 'HassUnpauseTimer':
        return answer.resume(slots);
      case 'HassIncreaseTimer':
        return answer.change(slots, lengthOf(slots));
      case 'HassDecreaseTimer':
        return answer.change(slots, -lengthOf(slots));
      default:
        return answer.status(slots);
    }
  }
}

/** The sentence for a timer that ends. */
export function ringing(timer: Timer, speech: Speech): string {
  return speech.say('timer_rang', { timer: calledIn(timer, speech) });
}

/** The sentence for a timer that ended while nobody could ring. */
export function endedUnheard(timer: Timer, nowMs: number, speech: Speech): string {
  const { state } = timer;
  const agoMs = state.kind === 'running' ? Math.max(0, nowMs - state.endsAtMs) : 0;
  return speech.say('timer_ended', { timer: calledIn(timer, speech), ago: speech.ago(agoMs) });
}

/** The timers that slots speak of. `isPlainLength`: the time of the sentence is that of the timer, and no other time. */
export function meantTimers(
  timers: readonly Timer[],
  slots: Slots,
  isPlainLength: boolean,
): readonly Timer[] {
  const lengthMs = givenMs(slots, isPlainLength);
  const name = slots.name?.toLowerCase();
  return timers
    .filter((timer) => lengthMs === 0 || timer.lengthMs === lengthMs)
    .filter((timer) => name === undefined || timer.name.toLowerCase() === name);
}

/** One wish about timers, answered in one language. */
class TimerAnswer {
  readonly #timers: Timers;
  readonly #speech: Speech;

  constructor(timers: Timers, speech: Speech) {
    this.#timers = timers;
    this.#speech = speech;
  }

  start(slots: Slots): Reply {
    const lengthMs = lengthOf(slots);
    if (lengthMs === 0) return this.#failed('timer_how_long');
    if (lengthMs > DAY_MS) return this.#failed('timer_too_long');
    if (this.#timers.list().length >= MOST_TIMERS) return this.#failed('timer_too_many', { n: MOST_TIMERS });
    this.#timers.start(lengthMs, slots.name);
    const values = { duration: this.#speech.duration(lengthMs), name: slots.name ?? '' };
    return this.#done(slots.name === undefined ? 'timer_set' : 'timer_set_named', values);
  }

  cancel(slots: Slots): Reply {
    const meant = this.#one(slots, true);
    if (!('id' in meant)) return meant;
    this.#timers.cancel([meant]);
    return this.#done('timer_cancelled', { timer: this.#called(meant) });
  }

  cancelAll(): Reply {
    const all = this.#timers.list();
    const [first, second] = all;
    this.#timers.cancel(all);
    if (first === undefined) return this.#failed('timer_none');
    if (second === undefined) return this.#done('timer_cancelled', { timer: this.#called(first) });
    return this.#done('timers_cancelled', { count: this.#speech.count(all.length, 'timer') });
  }

  pause(slots: Slots): Reply {
    const meant = this.#one(slots, true);
    if (!('id' in meant)) return meant;
    const values = { timer: this.#called(meant), left: this.#left(meant) };
    if (meant.state.kind === 'paused') return this.#done('timer_is_paused', values);
    this.#timers.pause(meant);
    return this.#done('timer_paused', values);
  }

  resume(slots: Slots): Reply {
    const meant = this.#one(slots, true);
    if (!('id' in meant)) return meant;
    const values = { timer: this.#called(meant), left: this.#left(meant) };
    if (meant.state.kind === 'running') return this.#done('timer_is_running', values);
    this.#timers.resume(meant);
    return this.#done('timer_resumed', values);
  }

  change(slots: Slots, byMs: number): Reply {
    const meant = this.#one(slots, false);
    if (!('id' in meant)) return meant;
    if (byMs === 0) return this.#failed('timer_how_long');
    const leftMs = this.#timers.leftMs(meant) + byMs;
    if (leftMs <= 0) return this.#failed('timer_over_now');
    if (leftMs > DAY_MS) return this.#failed('timer_too_long');
    const changed = this.#timers.change(meant, leftMs);
    return this.#done('timer_changed', { timer: this.#called(changed), left: this.#left(changed) });
  }

  status(slots: Slots): Reply {
    const meant = this.#meant(slots, true);
    const [first, ...others] = meant;
    if (first === undefined) return { outcome: 'answered', text: this.#none(slots, true) };
    if (others.length === 0) {
      const name = first.state.kind === 'paused' ? 'timer_left_paused' : 'timer_left';
      return { outcome: 'answered', text: this.#speech.say(name, { left: this.#left(first) }) };
    }
    const each = meant.map((timer) =>
      this.#speech.part(timer.state.kind === 'paused' ? 'timer_of_paused' : 'timer_of', {
        left: this.#left(timer),
        timer: this.#called(timer),
      }),
    );
    const count = this.#speech.count(meant.length, 'timer');
    const text = this.#speech.say('timers_left', { count, list: this.#speech.listed(each) });
    return { outcome: 'answered', text };
  }

  /** The one timer that is meant, or what to say when there is none, or more than one. */
  #one(slots: Slots, isPlainLength: boolean): Timer | Reply {
    const meant = this.#meant(slots, isPlainLength);
    const [first, second] = meant;
    if (first === undefined) return { outcome: 'failed', text: this.#none(slots, isPlainLength) };
    const isNamed = slots.name !== undefined || givenMs(slots, isPlainLength) > 0;
    if (second === undefined || isNamed) return first;
    return this.#failed('timer_which', { list: this.#list(meant) });
  }

  #meant(slots: Slots, isPlainLength: boolean): readonly Timer[] {
    return meantTimers(this.#timers.list(), slots, isPlainLength);
  }

  #none(slots: Slots, isPlainLength: boolean): string {
    const all = this.#timers.list();
    if (all.length === 0) return this.#speech.say('timer_none');
    const timer = slots.name ?? this.#speech.duration(givenMs(slots, isPlainLength));
    return this.#speech.say('timer_no_such', { timer, list: this.#list(all) });
  }

  #list(timers: readonly Timer[]): string {
    return this.#speech.listed(timers.map((timer) => this.#called(timer)));
  }

  #called(timer: Timer): string {
    return calledIn(timer, this.#speech);
  }

  #left(timer: Timer): string {
    return this.#speech.duration(this.#timers.leftMs(timer));
  }

  #done(name: ReplyName, values: Readonly<Record<string, string | number>>): Reply {
    return { outcome: 'done', text: this.#speech.say(name, values) };
  }

  #failed(name: ReplyName, values: Readonly<Record<string, string | number>> = {}): Reply {
    return { outcome: 'failed', text: this.#speech.say(name, values) };
  }
}

function calledIn({ name, lengthMs }: Timer, speech: Speech): string {
  return name === '' ? speech.duration(lengthMs) : name;
}

function lengthOf({ hours = 0, minutes = 0, seconds = 0 }: Slots): number {
  return Math.round(hours * 3600 + minutes * 60 + seconds) * 1000;
}

/** The length that tells which timer is meant; `isPlainLength` where the time of the sentence is no other time. */
function givenMs(slots: Slots, isPlainLength: boolean): number {
  const { start_hours: hours, start_minutes: minutes, start_seconds: seconds } = slots;
  const startMs = lengthOf({ hours, minutes, seconds });
  return startMs > 0 || !isPlainLength ? startMs : lengthOf(slots);
}
