import { Decoder, type Path, type Segment } from './pocketsphinx.ts';

/**
 * Scores of a decoder are relative to the best state of each frame among those that it looked at. Only when it looks at
 * all of them can paths of two decoders be compared, and do scores not hang on beams and on the size of a grammar.
 */
export const comparable = { '-compallsen': 'yes' } as const;

/**
 * How well free speech, any sequence of phones, explains a sound. A sentence that explains it far worse was not said.
 * Context-independent phones and narrow beams make it cheap, 0.08 s per second of sound; a beam of 1e-10 loses the way in one
 * long utterance of thirty.
 */
export class Allphone {
  readonly #decoder = new Decoder({
    ...comparable,
    '-allphone_ci': 'yes',
    '-beam': '1e-20',
    '-pbeam': '1e-10',
    '-lw': '2.0',
  });

  constructor() {
    this.#decoder.setAllphone('phones');
    this.#decoder.use('phones');
  }

  start(): void {
    this.#decoder.start();
  }

  /** The next samples of 16 kHz. */
  hear(samples: Int16Array): void {
    this.#decoder.hear(samples);
  }

  end(): void {
    this.#decoder.end();
  }

  /** The best sequence of phones of the utterance that has ended, null when nothing was heard. */
  get heard(): Path | null {
    return this.#decoder.path();
  }

  segments(): readonly Segment[] {
    return this.#decoder.segments();
  }

  /** The best sequence of phones of a whole utterance. Samples of 16 kHz. */
  path(samples: Int16Array): Path | null {
    return this.#decoder.recognise(samples) === null ? null : this.#decoder.path();
  }

  close(): void {
    this.#decoder.close();
  }
}
