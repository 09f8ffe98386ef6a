import { Allphone, comparable } from './allphone.ts';
import type { Pronunciations } from './dictionary.ts';
import { fitsOf, type Fit } from './nearness.ts';
import { Decoder, type Segment } from './pocketsphinx.ts';

/** Sound after the last word that is more than its own end, in frames of 10 ms. */
const moreWasSaidFrames = 90;
/** Wide beams find more in noise; a limit on the states of a frame keeps them affordable where nothing fits. */
const search = { '-beam': '1e-80', '-pbeam': '1e-80', '-wbeam': '1e-50', '-maxhmmpf': '1500' };

/** The likeliest sentence, and what it is judged by: how it and each of its words compare with free phones. */
export interface Evidence {
  readonly text: string;
  /** The log likelihood of the sentence over that of free phones. */
  readonly ratio: number;
  /** Of the words after the wake phrase. */
  readonly fits: readonly Fit[];
  /** Whether there is more sound after the last word than a word leaves behind. */
  readonly endsLate: boolean;
}

/** A search for a sentence of a grammar, and beside it one over free phones that tells foreign speech. */
export class SentenceSearch {
  readonly #called: readonly string[];
  readonly #decoder: Decoder;
  readonly #allphone: Allphone;
  #grammar = '';
  /** The utterance, for a second look at it. */
  #sound: Int16Array[] = [];

  /** `called` are the words of the wake phrase, `grammars` JSGF by name. */
  constructor(called: readonly string[], words: Pronunciations, grammars: ReadonlyMap<string, string>) {
    this.#called = called;
    this.#allphone = new Allphone();
    this.#decoder = new Decoder({ ...comparable, ...search });
    for (const [word, phones] of words) this.#decoder.addWord(word, phones);
    for (const [name, jsgf] of grammars) this.#decoder.setJsgf(name, jsgf);
  }

  /** What was said until now. */
  get text(): string {
    return this.#decoder.hypothesis()?.text ?? '';
  }

  start(grammar: string): void {
    this.#grammar = grammar;
    this.#sound = [];
    this.#decoder.use(grammar);
    this.#decoder.start();
    this.#allphone.start();
  }

  /** The next samples of 16 kHz. */
  hear(samples: Int16Array): void {
    this.#sound.push(samples);
    this.#decoder.hear(samples);
    this.#allphone.hear(samples);
  }

  end(): void {
    this.#decoder.end();
    this.#allphone.end();
  }

  close(): void {
    this.#decoder.close();
    this.#allphone.close();
  }

  /** What was found in the utterance that has ended, null when there were no words. */
  evidence(): Evidence | null {
    const best = this.#decoder.hypothesis();
    if (best === null || best.text === '') return null;
    const free = this.#allphone.heard;
    const segments = this.#decoder.segments();
    const end = segments.at(-1)?.lastFrame ?? 0;
    const words = wordsOf(segments);
    const isCalled = this.#called.every((word, at) => words[at]?.word === word);
    return {
      text: best.text,
      ratio: free === null ? Infinity : best.score / free.score,
      fits: fitsOf(isCalled ? words.slice(this.#called.length) : words, this.#allphone.segments()),
      endsLate: end - (words.at(-1)?.lastFrame ?? end) > moreWasSaidFrames,
    };
  }

  /**
   * Looks once more at the utterance that has ended, now with the features' mean over the whole of it: that of the utterances
   * before is wrong at first, and where somebody speaks from elsewhere.
   */
  secondEvidence(): Evidence | null {
    const sound = joined(this.#sound);
    if (sound.length === 0) return null;
    this.#decoder.use(this.#grammar);
    this.#decoder.recognise(sound);
    this.#allphone.path(sound);
    return this.evidence();
  }
}

/** The words without silences and noises, and without the number of their pronunciation: read(2) is read. */
function wordsOf(segments: readonly Segment[]): readonly Segment[] {
  return segments
    .filter(({ word }) => /^[a-z']/.test(word))
    .map((segment) => ({ ...segment, word: segment.word.replace(/\(\d+\)$/, '') }));
}

function joined(pieces: readonly Int16Array[]): Int16Array {
  const whole = new Int16Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
