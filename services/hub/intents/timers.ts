import { Signal } from '../signal.ts';

export interface Timer {
  readonly id: number;
  /** What it is for, as it was said: "pizza"; '' for most. */
  readonly name: string;
  /** What it was set for. */
  readonly lengthMs: number;
  readonly state:
    | { readonly kind: 'running'; readonly endsAtMs: number }
    | { readonly kind: 'paused'; readonly leftMs: number };
}

/** The household's timers. They live as long as the hub does. */
export class Timers {
  readonly rang = new Signal<Timer>();
  readonly #timers = new Map<number, { timer: Timer; alarm: NodeJS.Timeout | undefined }>();
  readonly #now: () => number;
  #lastId = 0;

  constructor(now: () => number = Date.now) {
    this.#now = now;
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
    }
  }

  stop(): void {
    this.cancel(this.list());
  }

  #put(timer: Timer): Timer {
    clearTimeout(this.#timers.get(timer.id)?.alarm);
    const rings = () => {
      this.#timers.delete(timer.id);
      this.rang.send(timer);
    };
    const alarm = timer.state.kind === 'running' ? setTimeout(rings, this.leftMs(timer)) : undefined;
    this.#timers.set(timer.id, { timer, alarm });
    return timer;
  }
}
