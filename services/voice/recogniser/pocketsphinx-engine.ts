import type { CommandGrammar } from '../phrases/command-grammar.ts';
import { int16Of } from '../sound/sound.ts';
import { beliefOf, confidenceOf } from './belief.ts';
import type { Begins, Completeness, Reading, Recognised, SpeechEngine } from './command.ts';
import { pronunciationsOf, type Pronunciations } from './dictionary.ts';
import { grammarAfterWake, grammarAlone } from './heard-grammar.ts';
import { clearlySaid } from './rejection.ts';
import { nearnessOf, type Fit } from './nearness.ts';
import { OtherReadings } from './other-readings.ts';
import { Progress } from './progress.ts';
import { SentenceSearch, type Evidence } from './sentence-search.ts';

const mostAlternatives = 3;

/** `isContested`: another look heard another command. */
interface Looked {
  readonly evidence: Evidence;
  readonly isContested: boolean;
}

/**
 * PocketSphinx with the grammar as JSGF, and beside it a search over free phones that tells foreign speech, and a narrow one
 * for other readings. All decode while speech goes on; the mean of the features, which tells one voice, microphone and room from
 * another, follows what is spoken. What would be asked or refused then is looked at a second time.
 */
export class PocketSphinxEngine<Command> implements SpeechEngine<Command> {
  readonly #grammar: CommandGrammar<Command>;
  readonly #wakePhrase: string;
  readonly #search: SentenceSearch;
  readonly #others: OtherReadings;
  readonly #progress: Progress;
  #isHearing = false;
  /** Voice and microphone are not known yet: the first look at the first utterance has the mean of another room. */
  #isNew = true;
  #evidence: Evidence | null = null;

  private constructor(grammar: CommandGrammar<Command>, called: readonly string[], words: Pronunciations) {
    this.#grammar = grammar;
    this.#wakePhrase = called.join(' ');
    this.#progress = new Progress((text) => this.#isCommand(this.#withoutWakePhrase(text)));
    const grammars = new Map<Begins, string>([
      ['with wake phrase', grammarAfterWake(grammar.jsgf, this.#wakePhrase)],
      ['anyhow', grammarAlone(grammar.jsgf, this.#wakePhrase)],
    ]);
    this.#search = new SentenceSearch(called, words, grammars);
    this.#others = new OtherReadings(words, grammars);
  }

  /**
   * `wakePhrase` may be empty, where commands come without one.
   * @throws {Trouble} 'missing_program' without PocketSphinx, 'bad_grammar'.
   */
  static async open<Command>(
    grammar: CommandGrammar<Command>,
    wakePhrase: string,
  ): Promise<PocketSphinxEngine<Command>> {
    const called = wakePhrase.split(/\s+/).filter((word) => word !== '');
    const words = await pronunciationsOf([...new Set([...grammar.words, ...called])]);
    return new PocketSphinxEngine(grammar, called, words);
  }

  get completeness(): Completeness {
    return this.#progress.completeness;
  }

  /** What the last utterance was judged by; null where it held no words. */
  get evidence(): Evidence | null {
    return this.#evidence;
  }

  close(): void {
    this.#search.close();
    this.#others.close();
  }

  begin(begins: Begins): void {
    this.#finish();
    this.#progress.reset();
    this.#search.start(begins);
    this.#others.start(begins);
    this.#isHearing = true;
  }

  hear(samples: Float32Array): void {
    if (!this.#isHearing) return;
    const sound = int16Of(samples);
    this.#search.hear(sound);
    this.#others.hear(sound);
    this.#progress.follow(this.#search.text, samples.length);
  }

  end(): Recognised<Command> {
    this.#finish();
    const looked = this.#look();
    this.#evidence = looked?.evidence ?? null;
    if (looked === null) return { kind: 'unclear' };
    const { evidence } = looked;
    const isCallAlone = evidence.text === this.#wakePhrase;
    if (isCallAlone) return { kind: evidence.endsLate ? 'unclear' : 'wake_phrase' };
    return this.#judged(looked);
  }

  recognise(samples: Float32Array, begins: Begins): Recognised<Command> {
    this.begin(begins);
    this.hear(samples);
    return this.end();
  }

  #finish(): void {
    if (!this.#isHearing) return;
    this.#isHearing = false;
    this.#search.end();
    this.#others.end();
  }

  /**
   * What is not sure is decoded again as a whole; where that is another command, neither is sure. Of 22 orders in noise that were
   * sure and decoded again nevertheless, one became another command; it cost most of the time until the action.
   */
  #look(): Looked | null {
    const first = this.#search.evidence();
    const isNew = this.#isNew;
    this.#isNew = false;
    if (first !== null && (first.text === this.#wakePhrase || (!isNew && isSure(first))))
      return { evidence: first, isContested: false };
    const second = this.#search.secondEvidence();
    if (first === null || second === null) {
      const evidence = first ?? second;
      return evidence === null ? null : { evidence, isContested: false };
    }
    const evidence = first.ratio <= second.ratio ? first : second;
    return { evidence, isContested: !isNew && !this.#meanTheSame(first.text, second.text) };
  }

  #meanTheSame(one: string, other: string): boolean {
    const [meaning, otherMeaning] = [one, other].map((text) =>
      JSON.stringify(this.#grammar.interpret(this.#withoutWakePhrase(text))),
    );
    return meaning === otherMeaning;
  }

  #judged({ evidence: { text, ratio, fits }, isContested }: Looked): Recognised<Command> {
    const heard = this.#withoutWakePhrase(text);
    const belief = beliefOf(ratio, fits);
    const command = belief === 'strange' ? null : this.#grammar.interpret(heard);
    if (command === null) return this.#unclear(fits);
    const alternatives = ratio < clearlySaid ? [] : this.#otherReadings({ heard, command }, text);
    const sure = belief === 'sure' && !isContested;
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
}

function isSure({ ratio, fits }: Evidence): boolean {
  return beliefOf(ratio, fits) === 'sure';
}
