import { Decoder } from './pocketsphinx.ts';

/**
 * How well free speech, any sequence of phones, explains a sound. A sentence of a grammar that explains it far worse was not
 * said. Context-independent phones and narrow beams make it cheap: 0.02 s per second of sound.
 */
export class Allphone {
  readonly #decoder = new Decoder({
    '-allphone_ci': 'yes',
    '-beam': '1e-10',
    '-pbeam': '1e-10',
    '-lw': '2.0',
  });

  constructor() {
    this.#decoder.setAllphone('phones');
    this.#decoder.use('phones');
  }

  /** The log likelihood (negative) of the best path, null when nothing was heard. Samples of 16 kHz. */
  score(samples: Int16Array): number | null {
    const heard = this.#decoder.recognise(samples);
    return heard === null || heard.score >= 0 ? null : heard.score;
  }

  close(): void {
    this.#decoder.close();
  }
}
