import { Trouble } from '../contract/trouble.ts';

/** More would only fill the audit. */
const mostKept = 100;

/** Wrong passphrases are noted when the house is open again: while it is locked nothing can be written. */
export class WrongPassphrases {
  readonly #now: () => number;
  #timesMs: number[] = [];

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Opens by a passphrase; remembers when it was a wrong one, and throws that again. */
  async watch(opening: Promise<void>): Promise<void> {
    try {
      await opening;
    } catch (error) {
      if (error instanceof Trouble && error.code === 'wrong_passphrase')
        this.#timesMs = [...this.#timesMs, this.#now()].slice(-mostKept);
      throw error;
    }
  }

  /** When they were, the oldest first; they are forgotten here. */
  take(): readonly number[] {
    const taken = this.#timesMs;
    this.#timesMs = [];
    return taken;
  }
}
