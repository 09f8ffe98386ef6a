import type { KeptTimer } from '../../store/timers.ts';
import { Signal } from '../signal.ts';

/** `name`: what it is for, as it was said: "pizza"; '' for most. `lengthMs`: what it was set for. */
export type Timer = KeptTimer;

/** Where timers outlive a restart. */
export interface KeptTimers {
  list(): readonly Timer[];
  put(timer: Timer): void;
  remove(id: number): void;
}

export interface TimersParts {
  readonly now?: () => number;
  /** Nowhere when it is absent. */
  readonly kept?: KeptTimers | undefined;
  /** Whether somebody would hear that a timer rings; always when it is absent. */
  readonly canRing?: (() => boolean) | undefined;
}

const nowhere: KeptTimers = { list: () => [], put: () => undefined, remove: () => undefined };

/** The household's timers. Those that were kept go on, also where the hub was away meanwhile. */
export class Timers {
  readonly rang = new Signal<Timer>();
  readonly #timers = new Map<number, { timer: Timer; alarm: NodeJS.Timeout | undefined }>();
  readonly #now: () => number;
  readonly #kept: KeptTimers;
  readonly #canRing: () => boolean;
  #missed: Timer[] = [];
  #lastId = 0;

  constructor({ now = Date.now, kept = nowhere, canRing = () => true }: TimersParts = {}) {
    this.#now = now;
    this.#kept = kept;
    this.#canRing = canRing;
    for (const timer of kept.list()) {
      this.#lastId = Math.max(this.#lastId, timer.id);
      if (timer.state.kind === 'running' && timer.state.endsAtMs <= now()) this.#missed.push(timer);
      else this.#set(timer);
    }
  }

  /** `lengthMs` is positive and at most a day. */
  start(lengthMs: number, name = ''): Timer {
    const state = { kind: 'running', endsAtMs: this.#now() + lengthMs } as const;
    return this.#put({ id: ++this.#lastId, name, lengthMs, state });
  }

  /** All there are; the one that ends first comes first. */
  list(): readonly Timer[] {
    return [...this.#timers.values()]
      .map(({ timer }) => timer)
      .sort((a, b) => this.leftMs(a) - this.leftMs(b) || a.id - b.id);
  }

  leftMs({ state }: Timer): number {
    return state.kind === 'paused' ? state.leftMs : Math.max(0, state.endsAtMs - this.#now());
  }

  pause(timer: Timer): Timer {
    return this.#put({ ...timer, state: { kind: 'paused', leftMs: this.leftMs(timer) } });
  }

  resume(timer: Timer): Timer {
    return this.#put({ ...timer, state: { kind: 'running', endsAtMs: this.#now() + this.leftMs(timer) } });
  }

  /** Gives a timer so much time; a paused one stays paused. `leftMs` is positive and at most a day. */
  change(timer: Timer, leftMs: number): Timer {
    const state =
      timer.state.kind === 'paused'
        ? ({ kind: 'paused', leftMs } as const)
        : ({ kind: 'running', endsAtMs: this.#now() + leftMs } as const);
    return this.#put({ ...timer, state });
  }

  cancel(timers: readonly Timer[]): void {
    for (const { id } of timers) {
      clearTimeout(this.#timers.get(id)?.alarm);
      this.#timers.delete(id);
      this.#kept.remove(id);
    }
  }

  /** Those that ended while nobody would have heard it, of the last day, each once. */
  missed(): readonly Timer[] {
    const missed = this.#missed;
    this.#missed = [];
    for (const { id } of missed) this.#kept.remove(id);
    const dayAgoMs = this.#now() - 24 * 60 * 60_000;
    return missed.filter(({ state }) => state.kind === 'running' && state.endsAtMs > dayAgoMs);
  }

  /** Nothing rings any more; what is kept goes on at the next start. */
  stop(): void {
    for (const { alarm } of this.#timers.values()) clearTimeout(alarm);
    this.#timers.clear();
  }

  #put(timer: Timer): Timer {
    this.#kept.put(timer);
    return this.#set(timer);
  }

  #set(timer: Timer): Timer {
    clearTimeout(this.#timers.get(timer.id)?.alarm);
    const rings = () => {
      this.#timers.delete(timer.id);
      if (!this.#canRing()) {
        this.#missed.push(timer);
        return;
      }
      this.#kept.remove(timer.id);
      this.rang.send(timer);
    };
    const alarm = timer.state.kind === 'running' ? setTimeout(rings, this.leftMs(timer)) : undefined;
    this.#timers.set(timer.id, { timer, alarm });
    return timer;
  }
}
