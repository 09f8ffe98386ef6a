import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from '../../contract/trouble.ts';
import { CepstralMean } from './cepstral-mean.ts';
import {
  modelFolder,
  openLibrary,
  recogniserMissing,
  type Library,
  type Pointer,
} from './pocketsphinx-library.ts';

/** What the decoder heard. `score` is the log likelihood of the best path in the library's own unit (logs of base 1.0001). */
export interface Hypothesis {
  readonly text: string;
  readonly score: number;
}

/**
 * The log likelihood of a path: `score` with what the grammar thinks of it, `acoustic` of the sound alone; `frames` of 10 ms.
 * Both are negative.
 */
export interface Path {
  readonly score: number;
  readonly acoustic: number;
  readonly frames: number;
}

/** A word in the utterance; frames of 10 ms, counted without the silence that the decoder left out. */
export interface Segment {
  readonly word: string;
  readonly firstFrame: number;
  readonly lastFrame: number;
  /** Of a keyphrase: how much better it explains the sound than free phones do. */
  readonly score: number;
  /** The part of the path's score that comes from the sound, without that of the grammar. */
  readonly acoustic: number;
}

/**
 * A whole utterance makes the library's buffer of cepstra longer than that of features; longer pieces of the next one then
 * overrun the latter, and the library ends the process (an assertion in acmod_process_cep).
 */
const pieceSamples = 4_096;

/**
 * A decoder of PocketSphinx with the US English acoustic model (PTM, 16 kHz) and an empty dictionary: words are added with
 * their pronunciations. It blocks while it works, so it lives in a process of its own. `close()` frees its memory.
 * Throws Trouble 'missing_program' when the library or its model is not installed.
 */
export class Decoder {
  readonly #library: Library;
  readonly #words = new Set<string>();
  #decoder: Pointer;
  /** Of utterances that come piece by piece. */
  #mean: CepstralMean | null = null;

  /** `options` are the program's own command line options, for example `{ '-beam': '1e-80' }`. */
  constructor(options: Readonly<Record<string, string>>) {
    const model = join(modelFolder(), 'en-us');
    this.#library = openLibrary();
    if (!existsSync(join(model, 'mdef'))) throw recogniserMissing();
    const values = Object.entries({ '-hmm': model, ...options }).flat();
    const config = this.#library.config(
      null,
      this.#library.args(),
      1,
      ...[...values, null].flatMap((value) => ['const char *', value]),
    );
    if (!config) throw new Error('PocketSphinx refused its options.');
    this.#decoder = this.#library.open(config);
    // The decoder keeps a reference of its own.
    this.#library.freeConfig(config);
    if (!this.#decoder) throw recogniserMissing();
  }

  close(): void {
    if (this.#decoder) this.#library.free(this.#decoder);
    this.#decoder = null;
  }

  /** Adds a word with its pronunciations, each a list of CMU phones with spaces between; a known word stays as it is. */
  addWord(word: string, pronunciations: readonly string[]): void {
    if (this.#words.has(word)) return;
    this.#words.add(word);
    for (const [index, phones] of pronunciations.entries()) {
      const name = index === 0 ? word : `${word}(${index + 1})`;
      if (this.#library.addWord(this.#decoder, name, phones, 0) < 0)
        throw new Trouble('bad_grammar', {
          what: `The word "${word}" can't be pronounced.`,
          advice: 'Write it another way, or give the thing an alias.',
        });
    }
  }

  /** Defines a search by a JSGF grammar (JSpeech Grammar Format); one of the same name is replaced. */
  setJsgf(name: string, jsgf: string): void {
    this.#must(this.#library.setJsgf(this.#decoder, name, jsgf));
  }

  setKeyphrase(name: string, phrase: string): void {
    this.#must(this.#library.setKeyphrase(this.#decoder, name, phrase));
  }

  /** A search over free phones with the model's phone language model. */
  setAllphone(name: string): void {
    const path = join(modelFolder(), 'en-us-phone.lm.bin');
    if (!existsSync(path)) throw recogniserMissing();
    this.#must(this.#library.setAllphone(this.#decoder, name, path));
  }

  /** Chooses the search of the next utterance. */
  use(name: string): void {
    if (this.#library.setSearch(this.#decoder, name) < 0) throw new Error(`There is no search ${name}.`);
  }

  /** Begins an utterance that comes piece by piece. */
  start(): void {
    this.#mean ??= new CepstralMean(this.#library, this.#decoder);
    this.#mean.begin();
    this.#library.start(this.#decoder);
  }

  /** The next samples of 16 kHz. */
  hear(samples: Int16Array): void {
    for (let at = 0; at < samples.length; at += pieceSamples) {
      this.#process(samples.subarray(at, at + pieceSamples), false);
      this.#mean?.follow();
    }
  }

  end(): void {
    this.#library.end(this.#decoder);
  }

  /** A whole utterance at once with the search that is in use, and with the mean of its own features. */
  recognise(samples: Int16Array): Hypothesis | null {
    this.#library.start(this.#decoder);
    if (samples.length > 0) this.#process(samples, true);
    this.end();
    return this.hypothesis();
  }

  hypothesis(): Hypothesis | null {
    const score = [0];
    const text = this.#library.hypothesis(this.#decoder, score);
    return text === null ? null : { text, score: score[0] ?? 0 };
  }

  /** The best path through the utterance, null when there is none. */
  path(): Path | null {
    const hypothesis = this.hypothesis();
    if (hypothesis === null) return null;
    const segments = this.segments();
    const frames = (segments.at(-1)?.lastFrame ?? -1) + 1;
    const acoustic = segments.reduce((sum, segment) => sum + segment.acoustic, 0);
    return frames === 0 ? null : { score: hypothesis.score, acoustic, frames };
  }

  /**
   * Sentences that explain the utterance, the likeliest first, of at most `tries` paths of its lattice; also such as end before
   * the grammar does. Dear after a wide search: the lattice of one with beams of 1e-60 takes seconds.
   */
  best(tries: number): readonly Hypothesis[] {
    const found = new Map<string, number>();
    let nbest = this.#library.nbest(this.#decoder);
    for (let left = tries; nbest; left--) {
      const score = [0];
      const text = this.#library.textOfBest(nbest, score);
      if (text !== null && !found.has(text)) found.set(text, score[0] ?? 0);
      if (left <= 1) {
        this.#library.freeNbest(nbest);
        break;
      }
      // The library frees the list when its end is reached.
      nbest = this.#library.nextBest(nbest);
    }
    return [...found].map(([text, score]) => ({ text, score })).sort((a, b) => b.score - a.score);
  }

  segments(): readonly Segment[] {
    const found: Segment[] = [];
    let segment = this.#library.segments(this.#decoder);
    while (segment) {
      found.push(this.#segment(segment));
      // The library frees the list when its end is reached.
      segment = this.#library.nextSegment(segment);
    }
    // The library counts on from one utterance to the next; a beginning without sound is the frame before the first.
    const [first] = found;
    const offset = first === undefined ? 0 : first.firstFrame + (first.word === '(NULL)' ? 1 : 0);
    return found.map((one) => ({
      ...one,
      firstFrame: one.firstFrame - offset,
      lastFrame: one.lastFrame - offset,
    }));
  }

  #process(samples: Int16Array, whole: boolean): void {
    this.#library.process(this.#decoder, samples, samples.length, 0, whole ? 1 : 0);
  }

  #segment(segment: Pointer): Segment {
    const first = [0];
    const last = [0];
    this.#library.segmentFrames(segment, first, last);
    const acoustic = [0];
    const score = this.#library.segmentScore(segment, acoustic, [0], [0]);
    return {
      word: this.#library.segmentWord(segment),
      firstFrame: first[0] ?? 0,
      lastFrame: last[0] ?? 0,
      score,
      acoustic: acoustic[0] ?? 0,
    };
  }

  #must(result: number): void {
    if (result < 0)
      throw new Trouble('bad_grammar', {
        what: 'The voice grammar is not understood by the recogniser.',
        advice: 'Look at your own phrases; without them the grammar is known to work.',
      });
  }
}
