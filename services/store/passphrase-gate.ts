import { Trouble } from '../contract/trouble.ts';

const freeAttempts = 3;
const longestWaitMs = 60_000;

/**
 * Lets passphrases be tried one at a time, and after three wrong ones makes each next wait twice as long: 1 s, 2 s … 60 s.
 * It slows down who guesses on the page; who holds the key file is slowed down by Argon2id alone.
 */
export class PassphraseGate {
  #wrong = 0;
  #openAtMs = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** Does `work` when it may be tried now. Throws Trouble `refused`, without trying, when it is too early. */
  async attempt<T>(work: () => Promise<T>, now: () => number): Promise<T> {
    const mine = this.#last.catch(() => undefined).then(() => this.#attemptAlone(work, now));
    this.#last = mine;
    return mine;
  }

  async #attemptAlone<T>(work: () => Promise<T>, now: () => number): Promise<T> {
    const waitMs = this.#openAtMs - now();
    if (waitMs > 0)
      throw new Trouble('refused', {
        what: 'Too many wrong passphrases.',
        advice: `Try again in ${Math.ceil(waitMs / 1000)} seconds.`,
      });
    try {
      const value = await work();
      this.#wrong = 0;
      return value;
    } catch (error) {
      if (error instanceof Trouble && error.code === 'wrong_passphrase') this.#delay(now());
      throw error;
    }
  }

  #delay(nowMs: number): void {
    this.#wrong += 1;
    if (this.#wrong < freeAttempts) return;
    this.#openAtMs = nowMs + Math.min(1000 * 2 ** (this.#wrong - freeAttempts), longestWaitMs);
  }
}
