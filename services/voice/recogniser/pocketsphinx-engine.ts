import type { CommandGrammar } from '../phrases/command-grammar.ts';
import { int16Of } from '../sound/sound.ts';
import { Allphone, comparable } from './allphone.ts';
import { beliefOf, confidenceOf } from './belief.ts';
import type { Begins, Completeness, Recognised, SpeechEngine } from './command.ts';
import { pronunciationsOf, type Pronunciations } from './dictionary.ts';
import { grammarAfterWake, grammarAlone } from './heard-grammar.ts';
import { nearnessOf } from './nearness.ts';
import { Decoder, type Hypothesis, type Segment } from './pocketsphinx.ts';
import { Progress } from './progress.ts';

/** Sound after the wake phrase that is more than its own end, in frames of 10 ms. */
const moreWasSaidFrames = 90;
/** Wide beams find more in noise; a limit on the states of a frame keeps them affordable where nothing fits. */
const search = { '-beam': '1e-80', '-pbeam': '1e-80', '-wbeam': '1e-50', '-maxhmmpf': '3000' };

/**
 * PocketSphinx with the grammar as JSGF, and beside it a search over free phones that tells foreign speech. Both decode while
 * speech goes on; the mean of the features, which tells one microphone and room from another, goes over from one utterance
 * to the next.
 */
export class PocketSphinxEngine<Command> implements SpeechEngine<Command> {
  readonly #grammar: CommandGrammar<Command>;
  readonly #wakePhrase: string;
  readonly #decoder: Decoder;
  readonly #allphone: Allphone;
  readonly #progress: Progress;
  #isHearing = false;

  private constructor(grammar: CommandGrammar<Command>, wakePhrase: string, words: Pronunciations) {
    this.#grammar = grammar;
    this.#wakePhrase = wakePhrase;
    this.#allphone = new Allphone();
    this.#decoder = new Decoder({ ...comparable, ...search });
    this.#progress = new Progress((text) => grammar.interpret(this.#withoutWakePhrase(text)) !== null);
    for (const [word, phones] of words) this.#decoder.addWord(word, phones);
    this.#decoder.setJsgf('after-wake', grammarAfterWake(grammar.jsgf, wakePhrase));
    this.#decoder.setJsgf('alone', grammarAlone(grammar.jsgf, wakePhrase));
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

  close(): void {
    this.#decoder.close();
    this.#allphone.close();
  }

  begin(begins: Begins): void {
    this.#finish();
    this.#progress.reset();
    this.#decoder.use(begins === 'anyhow' ? 'alone' : 'after-wake');
    this.#decoder.start();
    this.#allphone.start();
    this.#isHearing = true;
  }

  hear(samples: Float32Array): void {
    if (!this.#isHearing) return;
    const sound = int16Of(samples);
    this.#decoder.hear(sound, false);
    this.#allphone.hear(sound);
    this.#progress.follow(this.#decoder.hypothesis()?.text ?? '', samples.length);
  }

  end(): Recognised<Command> {
    this.#finish();
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

  #finish(): void {
    if (!this.#isHearing) return;
    this.#isHearing = false;
    this.#decoder.end();
    this.#allphone.end();
  }

  #judged(best: Hypothesis): Recognised<Command> {
    const free = this.#allphone.heard;
    const ratio = free === null ? Infinity : best.score / free.score;
    const heard = this.#withoutWakePhrase(best.text);
    const belief = beliefOf(ratio);
    const command = belief === 'strange' ? null : this.#grammar.interpret(heard);
    if (command === null) return this.#unclear();
    return {
      kind: 'command',
      heard,
      command,
      confidence: confidenceOf(ratio),
      sure: belief === 'sure',
      alternatives: [],
    };
  }

  #unclear(): Recognised<Command> {
    const words = wordsOf(this.#decoder.segments());
    const called = this.#wakePhrase.split(' ').filter((word) => word !== '');
    const isCalled = called.every((word, at) => words[at]?.word === word);
    const sentence = isCalled ? words.slice(called.length) : words;
    const near = nearnessOf(sentence, this.#allphone.segments(), this.#grammar.nameWords);
    return near === null ? { kind: 'unclear' } : { kind: 'unclear', near };
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
