import type { Completeness } from './command.ts';

/** A reading is stable when it has been the same for this long: 160 ms. In the middle of a word it changes with each frame. */
const stableSamples = 2_560;

/** Follows how the reading of an utterance grows while it is spoken. */
export class Progress {
  readonly #isCommand: (text: string) => boolean;
  #text = '';
  #sameSamples = 0;
  #completeness: Completeness = 'nothing';

  /** `isCommand` tells whether a sentence could be all. It is asked once for each stable sentence. */
  constructor(isCommand: (text: string) => boolean) {
    this.#isCommand = isCommand;
  }

  get completeness(): Completeness {
    return this.#completeness;
  }

  reset(): void {
    this.#text = '';
    this.#sameSamples = 0;
    this.#completeness = 'nothing';
  }

  /** The reading after `samples` more samples of 16 kHz. */
  follow(text: string, samples: number): void {
    if (text !== this.#text) {
      this.#text = text;
      this.#sameSamples = 0;
      this.#completeness = text === '' ? 'nothing' : 'incomplete';
      return;
    }
    const wasStable = this.#sameSamples >= stableSamples;
    this.#sameSamples += samples;
    if (wasStable || text === '' || this.#sameSamples < stableSamples) return;
    this.#completeness = this.#isCommand(text) ? 'complete' : 'incomplete';
  }
}
