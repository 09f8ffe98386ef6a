import type { Erasure } from '../store/erasure.ts';

/** After this, what could not be overwritten while another program read the database is tried again. */
const againMs = 60_000;

/** Overwrites what was erased, as soon as nobody else reads the database. */
export class Scrubber {
  readonly #erasure: Pick<Erasure, 'scrub'>;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(erasure: Pick<Erasure, 'scrub'>) {
    this.#erasure = erasure;
  }

  scrub(): void {
    clearTimeout(this.#timer);
    if (this.#erasure.scrub() || this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.scrub();
    }, againMs);
  }

  /** May be called again. What is left to do the next start does. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }
}
