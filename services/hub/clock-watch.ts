import type { Notices } from './notices.ts';

/** When this Lares was written, nearly; no clock that is right says less. Milliseconds since 1970. */
const writtenAtMs = Date.UTC(2026, 0, 1);
const everyMs = 60_000;

/** Says so while the clock of the machine is years behind, as one without a battery is until it hears of a time server. */
export class ClockWatch {
  readonly #notices: Notices;
  readonly #now: () => number;
  #timer: NodeJS.Timeout | undefined;

  constructor(notices: Notices, now: () => number = Date.now) {
    this.#notices = notices;
    this.#now = now;
  }

  start(): void {
    this.look();
    this.#timer = setInterval(() => {
      this.look();
    }, everyMs);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  look(): void {
    if (this.#now() >= writtenAtMs) this.#notices.clear('clock');
    else
      this.#notices.raise({
        id: 'clock',
        severity: 'warning',
        what: 'The clock of this machine is years behind.',
        advice: 'Set it, or let it reach a time server: until then the times of visits are wrong.',
      });
  }
}
