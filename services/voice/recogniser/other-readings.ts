import { Decoder, type Hypothesis } from './pocketsphinx.ts';
import type { Pronunciations } from './dictionary.ts';

/** Beams that keep a lattice so small that it can be looked through in 0.02 to 0.08 s; with a word beam of 1e-15 it takes up to 0.6 s. */
const narrow = { '-beam': '1e-30', '-pbeam': '1e-30', '-wbeam': '1e-10', '-maxhmmpf': '500' };
/** Paths of the lattice that are looked at; many differ in silences only. */
const latticeTries = 40;
/** A reading is nearly as likely whose log likelihood is at most this share of the best one's below it. */
const nearlyAsLikely = 0.02;

/** A second, narrow search beside the wide one, for the other sentences that explain a sound nearly as well. */
export class OtherReadings {
  readonly #decoder = new Decoder(narrow);

  constructor(words: Pronunciations, grammars: ReadonlyMap<string, string>) {
    for (const [word, phones] of words) this.#decoder.addWord(word, phones);
    for (const [name, jsgf] of grammars) this.#decoder.setJsgf(name, jsgf);
  }

  start(grammar: string): void {
    this.#decoder.use(grammar);
    this.#decoder.start();
  }

  /** The next samples of 16 kHz. */
  hear(samples: Int16Array): void {
    this.#decoder.hear(samples);
  }

  end(): void {
    this.#decoder.end();
  }

  /** Sentences that are about as likely as the `best` one, without it, the likeliest first; also such as end too early. */
  besides(best: string): readonly string[] {
    return likelyBesides(best, this.#decoder.best(latticeTries));
  }

  close(): void {
    this.#decoder.close();
  }
}

/** Of `found`, the likeliest first, those that are at most a little less likely than the best one. */
export function likelyBesides(best: string, found: readonly Hypothesis[]): readonly string[] {
  const bestScore = (found.find(({ text }) => text === best) ?? found[0])?.score ?? 0;
  const limit = bestScore * (1 + nearlyAsLikely);
  return found.flatMap(({ text, score }) => (text !== best && score >= limit ? [text] : []));
}
