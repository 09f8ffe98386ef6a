import type { CommandGrammar } from '../phrases/command-grammar.ts';
import { int16Of } from '../sound/sound.ts';
import { Allphone, comparable } from './allphone.ts';
import { beliefOf, confidenceOf } from './belief.ts';
import type { Begins, Completeness, Reading, Recognised, SpeechEngine } from './command.ts';
import { pronunciationsOf, type Pronunciations } from './dictionary.ts';
import { grammarAfterWake, grammarAlone } from './heard-grammar.ts';
import { fitsOf, nearnessOf, type Fit } from './nearness.ts';
import { OtherReadings } from './other-readings.ts';
import { Decoder, type Hypothesis, type Segment } from './pocketsphinx.ts';
import { Progress } from './progress.ts';

/** Sound after the wake phrase that is more than its own end, in frames of 10 ms. */
const moreWasSaidFrames = 90;
/** Wide beams find more in noise; a limit on the states of a frame keeps them affordable where nothing fits. */
const search = { '-beam': '1e-80', '-pbeam': '1e-80', '-wbeam': '1e-50', '-maxhmmpf': '3000' };
const mostAlternatives = 3;

/** What a sentence is judged by: the log likelihood of the whole over that of free phones, and how each word fits. */
export interface Evidence {
  readonly ratio: number;
  readonly fits: readonly Fit[];
}

/**
 * PocketSphinx with the grammar as JSGF, and beside it a search over free phones that tells foreign speech, and a narrow one
 * for other readings. All decode while speech goes on; the mean of the features, which tells one microphone and room from
 * another, goes over from one utterance to the next.
 */
export class PocketSphinxEngine<Command> implements SpeechEngine<Command> {
  readonly #grammar: CommandGrammar<Command>;
  readonly #wakePhrase: string;
  readonly #decoder: Decoder;
  readonly #allphone: Allphone;
  readonly #others: OtherReadings;
  readonly #progress: Progress;
  #isHearing = false;
  #evidence: Evidence | null = null;

  private constructor(grammar: CommandGrammar<Command>, wakePhrase: string, words: Pronunciations) {
    this.#grammar = grammar;
    this.#wakePhrase = wakePhrase;
    this.#progress = new Progress((text) => this.#isCommand(this.#withoutWakePhrase(text)));
    const grammars = new Map([
      ['after-wake', grammarAfterWake(grammar.jsgf, wakePhrase)],
      ['alone', grammarAlone(grammar.jsgf, wakePhrase)],
    ]);
    this.#allphone = new Allphone();
    this.#others = new OtherReadings(words, grammars);
    this.#decoder = new Decoder({ ...comparable, ...search });
    for (const [word, phones] of words) this.#decoder.addWord(word, phones);
    for (const [name, jsgf] of grammars) this.#decoder.setJsgf(name, jsgf);
  }

  /**
   * `wakePhrase` may be empty, where commands come without one.
   * @throws {Trouble} 'missing_program' without PocketSphinx, 'bad_grammar'.
   */
  static async open<Command>(
    grammar: CommandGrammar<Command>,
    wakePhrase: string,
  ): Promise<PocketSphinxEngine<Command>> {
    const phrase = wakePhrase.split(/\s+/).filter((word) => word !== '');
    const words = await pronunciationsOf([...new Set([...grammar.words, ...phrase])]);
    return new PocketSphinxEngine(grammar, phrase.join(' '), words);
  }

  get completeness(): Completeness {
    return this.#progress.completeness;
  }

  /** What the last utterance was judged by; null where it held no words. */
  get evidence(): Evidence | null {
    return this.#evidence;
  }

  close(): void {
    for (const search of this.#searches) search.close();
  }

  begin(begins: Begins): void {
    this.#finish();
    this.#progress.reset();
    const grammar = begins === 'anyhow' ? 'alone' : 'after-wake';
    this.#decoder.use(grammar);
    this.#decoder.start();
    this.#allphone.start();
    this.#others.start(grammar);
    this.#isHearing = true;
  }

  hear(samples: Float32Array): void {
    if (!this.#isHearing) return;
    const sound = int16Of(samples);
    this.#decoder.hear(sound, false);
    this.#allphone.hear(sound);
    this.#others.hear(sound);
    this.#progress.follow(this.#decoder.hypothesis()?.text ?? '', samples.length);
  }

  end(): Recognised<Command> {
    this.#finish();
    this.#evidence = null;
    const best = this.#decoder.hypothesis();
    if (best === null || best.text === '') return { kind: 'unclear' };
    if (best.text === this.#wakePhrase) return { kind: this.#moreWasSaid() ? 'unclear' : 'wake_phrase' };
    return this.#judged(best);
  }

  recognise(samples: Float32Array, begins: Begins): Recognised<Command> {
    this.begin(begins);
    this.hear(samples);
    return this.end();
  }

  get #searches(): readonly (Decoder | Allphone | OtherReadings)[] {
    return [this.#decoder, this.#allphone, this.#others];
  }

  #finish(): void {
    if (!this.#isHearing) return;
    this.#isHearing = false;
    for (const search of this.#searches) search.end();
  }

  #judged(best: Hypothesis): Recognised<Command> {
    const free = this.#allphone.heard;
    const ratio = free === null ? Infinity : best.score / free.score;
    const heard = this.#withoutWakePhrase(best.text);
    const fits = this.#fits();
    this.#evidence = { ratio, fits };
    const belief = beliefOf(ratio, fits);
    const command = belief === 'strange' ? null : this.#grammar.interpret(heard);
    if (command === null) return this.#unclear(fits);
    const alternatives = this.#otherReadings({ heard, command }, best.text);
    const sure = belief === 'sure';
    return { kind: 'command', heard, command, confidence: confidenceOf(ratio), sure, alternatives };
  }

  /** Readings that mean something else than the best one. */
  #otherReadings(best: Reading<Command>, text: string): readonly Reading<Command>[] {
    const meanings = new Map([[JSON.stringify(best.command), best]]);
    for (const other of this.#others.besides(text)) {
      const heard = this.#withoutWakePhrase(other);
      const command = this.#grammar.interpret(heard);
      const meaning = JSON.stringify(command);
      if (command !== null && !meanings.has(meaning)) meanings.set(meaning, { heard, command });
    }
    return [...meanings.values()].slice(1, 1 + mostAlternatives);
  }

  #fits(): readonly Fit[] {
    const words = wordsOf(this.#decoder.segments());
    const called = this.#wakePhrase.split(' ').filter((word) => word !== '');
    const isCalled = called.every((word, at) => words[at]?.word === word);
    return fitsOf(isCalled ? words.slice(called.length) : words, this.#allphone.segments());
  }

  #unclear(fits: readonly Fit[]): Recognised<Command> {
    const isCommand = (text: string): boolean => this.#isCommand(text);
    const near = nearnessOf(fits, { names: this.#grammar.names, isCommand });
    return near === null ? { kind: 'unclear' } : { kind: 'unclear', near };
  }

  #isCommand(text: string): boolean {
    return this.#grammar.interpret(text) !== null;
  }

  #withoutWakePhrase(text: string): string {
    return this.#wakePhrase !== '' && text.startsWith(`${this.#wakePhrase} `)
      ? text.slice(this.#wakePhrase.length + 1)
      : text;
  }

  /** Whether there is more sound after the last word than a word leaves behind. */
  #moreWasSaid(): boolean {
    const segments = this.#decoder.segments();
    const word = wordsOf(segments).at(-1);
    const end = segments.at(-1)?.lastFrame ?? 0;
    return word !== undefined && end - word.lastFrame > moreWasSaidFrames;
  }
}

/** The words without silences and noises, and without the number of their pronunciation: read(2) is read. */
function wordsOf(segments: readonly Segment[]): readonly Segment[] {
  return segments
    .filter(({ word }) => /^[a-z']/.test(word))
    .map((segment) => ({ ...segment, word: segment.word.replace(/\(\d+\)$/, '') }));
}
