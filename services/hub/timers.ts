import { Signal } from './signal.ts';

export interface Timer {
  readonly id: number;
  readonly lengthMs: number;
  readonly endsAtMs: number;
}

/** The household's timers. They live as long as the hub does. */
export class Timers {
  readonly rang = new Signal<Timer>();
  readonly #running = new Map<number, { timer: Timer; alarm: NodeJS.Timeout }>();
  readonly #now: () => number;
  #lastId = 0;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** `lengthMs` is positive and at most a day. */
  start(lengthMs: number): Timer {
    const timer = { id: ++this.#lastId, lengthMs, endsAtMs: this.#now() + lengthMs };
    const alarm = setTimeout(() => {
      this.#running.delete(timer.id);
      this.rang.send(timer);
    }, lengthMs);
    this.#running.set(timer.id, { timer, alarm });
    return timer;
  }

  /** What runs now; the one that ends first comes first. */
  list(): readonly Timer[] {
    return [...this.#running.values()].map(({ timer }) => timer).sort((a, b) => a.endsAtMs - b.endsAtMs);
  }

  leftMs(timer: Timer): number {
    return Math.max(0, timer.endsAtMs - this.#now());
  }

  cancel(timers: readonly Timer[]): void {
    for (const { id } of timers) {
      clearTimeout(this.#running.get(id)?.alarm);
      this.#running.delete(id);
    }
  }

  stop(): void {
    this.cancel(this.list());
  }
}
