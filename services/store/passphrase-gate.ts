import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Trouble } from '../contract/trouble.ts';
import { writeFileWhole } from '../contract/whole-file.ts';

const freeAttempts = 3;
const longestWaitMs = 60_000;
const fileName = 'attempts.json';

const Attempts = z.strictObject({
  wrong: z.number().int().min(0),
  /** Milliseconds since 1970. */
  openAtMs: z.number(),
});
type Attempts = z.infer<typeof Attempts>;

const none: Attempts = { wrong: 0, openAtMs: 0 };

/**
 * Lets passphrases and recovery codes be tried one at a time, and after three wrong ones makes each next wait twice as long:
 * 1 s, 2 s … 60 s, also across a restart. It slows down who guesses on the page; who holds the key file is slowed down by
 * Argon2id alone.
 */
export class PassphraseGate {
  readonly #path: string;
  #last: Promise<unknown> = Promise.resolve();
  #attempts: Attempts | null = null;

  /** `directory`: where the count is kept. */
  constructor(directory: string) {
    this.#path = join(directory, fileName);
  }

  /** Does `work` when it may be tried now. Throws Trouble `refused`, without trying, when it is too early. */
  async attempt<T>(work: () => Promise<T>, now: () => number): Promise<T> {
    const mine = this.#last.catch(() => undefined).then(() => this.#attemptAlone(work, now));
    this.#last = mine;
    return mine;
  }

  async #attemptAlone<T>(work: () => Promise<T>, now: () => number): Promise<T> {
    const before = this.#read();
    // A clock that was set back makes no wait longer.
    const waitMs = Math.min(before.openAtMs - now(), longestWaitMs);
    if (waitMs > 0)
      throw new Trouble('refused', {
        what: 'Too many wrong passphrases.',
        advice: `Try again in ${Math.ceil(waitMs / 1000)} seconds.`,
      });
    // Counted before it is tried, so that ending the process meanwhile makes no attempt free.
    this.#keep(after(before, now()));
    try {
      const value = await work();
      this.#keep(none);
      return value;
    } catch (error) {
      const wasWrong = error instanceof Trouble && error.code === 'wrong_passphrase';
      this.#keep(wasWrong ? after(before, now()) : before);
      throw error;
    }
  }

  #read(): Attempts {
    try {
      return Attempts.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
    } catch {
      // No file, or none that could be read: what this process knows holds.
      return this.#attempts ?? none;
    }
  }

  /** Where nothing can be written the count is kept in memory: a full disk locks nobody out. */
  #keep(attempts: Attempts): void {
    this.#attempts = attempts;
    try {
      writeFileWhole(this.#path, `${JSON.stringify(attempts)}\n`);
    } catch {
      return;
    }
  }
}

function after({ wrong }: Attempts, nowMs: number): Attempts {
  const over = wrong + 1 - freeAttempts;
  const waitMs = over < 0 ? 0 : Math.min(1000 * 2 ** over, longestWaitMs);
  return { wrong: wrong + 1, openAtMs: over < 0 ? 0 : nowMs + waitMs };
}
