import type { Ears } from './ears.ts';

interface InterruptionParts extends Ears {
  readonly saying: () => string | null;
  readonly called: () => void;
  readonly hush: () => void;
}

/**
 * What Lares' own speaking does to one more frame: it is `silent`; its speaking `begins`, goes on (`speaks`) or `ends`; a word
 * has just `stopped` it; the wake phrase was called into it, and now that it is silent somebody has `called`.
 */
export type Speaking = 'silent' | 'begins' | 'speaks' | 'stopped' | 'ends' | 'called';

/** Listens while Lares speaks: for a word that stops it, and for the wake phrase, but for nothing that it says itself. */
export class Interruption {
  readonly #parts: InterruptionParts;
  #now: 'silent' | 'speaks' | 'called' = 'silent';

  constructor(parts: InterruptionParts) {
    this.#parts = parts;
  }

  /** Takes the next 512 samples at 16 kHz, -1..1. Only while it is `silent` the frame is still to be heard by others. */
  async hear(frame: Float32Array): Promise<Speaking> {
    const saying = this.#parts.saying();
    const before = this.#now;
    if (saying === null) {
      this.#now = 'silent';
      if (before === 'silent') return 'silent';
      return before === 'called' ? 'called' : 'ends';
    }
    if (before === 'silent') {
      this.#now = 'speaks';
      return 'begins';
    }
    return before === 'called' ? 'speaks' : this.#listen(frame, saying);
  }

  async #listen(frame: Float32Array, saying: string): Promise<Speaking> {
    const { voiceActivity, wakeWord, called, hush } = this.#parts;
    const wake = await wakeWord.hear(frame, await voiceActivity.probability(frame), { saying });
    if (wake?.sure !== true) return 'speaks';
    hush();
    if (!wake.stops) {
      this.#now = 'called';
      called();
    }
    return 'stopped';
  }
}
