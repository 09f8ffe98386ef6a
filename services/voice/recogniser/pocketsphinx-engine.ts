import { Allphone, comparable } from './allphone.ts';
import type { CommandGrammar } from '../phrases/command-grammar.ts';
import { pronunciationsOf, type Pronunciations } from './dictionary.ts';
import { Decoder } from './pocketsphinx.ts';
import { int16Of } from '../sound/sound.ts';
import { joined } from '../listening.ts';
import type { Begins, Completeness, Recognised, SpeechEngine } from './command.ts';

/**
 * The log likelihood of the best sentence over that of free phones. From here on a sentence is not believed: orders are at 0.7 to
 * 1.05, foreign speech at 1.15 to 1.5, a synthesiser's orders between the two.
 */
const strangeFrom = 1.16;
const surelySaid = 0.7;
/** Sound after the wake phrase that is more than its own end, in frames of 10 ms. */
const moreWasSaidFrames = 90;
/** Wide beams find more in noise; a limit on the states of a frame keeps them affordable where nothing fits. */
const search = { '-beam': '1e-80', '-pbeam': '1e-80', '-wbeam': '1e-50', '-maxhmmpf': '3000' };

/**
 * Finds a command of the grammar in a whole utterance: PocketSphinx with the grammar as JSGF, and a second pass over
 * free phones that tells foreign speech.
 */
export class PocketSphinxEngine<Command> implements SpeechEngine<Command> {
  readonly #grammar: CommandGrammar<Command>;
  readonly #wakePhrase: string;
  readonly #decoder: Decoder;
  readonly #allphone: Allphone;
  #heard: Float32Array[] = [];
  #begins: Begins = 'anyhow';

  private constructor(grammar: CommandGrammar<Command>, wakePhrase: string, words: Pronunciations) {
    this.#grammar = grammar;
    this.#wakePhrase = wakePhrase;
    this.#allphone = new Allphone();
    this.#decoder = new Decoder({ ...comparable, ...search });
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

  close(): void {
    this.#decoder.close();
    this.#allphone.close();
  }

  begin(begins: Begins): void {
    this.#begins = begins;
    this.#heard = [];
  }

  hear(samples: Float32Array): void {
    this.#heard.push(samples);
  }

  get completeness(): Completeness {
    return this.#heard.length === 0 ? 'nothing' : 'unknown';
  }

  end(): Recognised<Command> {
    const heard = this.#heard;
    this.#heard = [];
    return this.recognise(joined(heard), this.#begins);
  }

  recognise(samples: Float32Array, begins: Begins): Recognised<Command> {
    const sound = int16Of(samples);
    this.#decoder.use(begins === 'anyhow' ? 'alone' : 'after-wake');
    const best = this.#decoder.recognise(sound);
    if (best === null || best.text === '') return { kind: 'unclear' };
    if (best.text === this.#wakePhrase) return { kind: this.#moreWasSaid() ? 'unclear' : 'wake_phrase' };
    const free = this.#allphone.path(sound);
    const ratio = free === null ? strangeFrom : best.score / free.score;
    const heard = this.#withoutWakePhrase(best.text);
    const command = ratio < strangeFrom ? this.#grammar.interpret(heard) : null;
    return command === null
      ? { kind: 'unclear' }
      : { kind: 'command', heard, command, confidence: confidenceOf(ratio), sure: true, alternatives: [] };
  }

  #withoutWakePhrase(text: string): string {
    return this.#wakePhrase !== '' && text.startsWith(`${this.#wakePhrase} `)
      ? text.slice(this.#wakePhrase.length + 1)
      : text;
  }

  /** Whether there is more sound after the last word than a word leaves behind. */
  #moreWasSaid(): boolean {
    const segments = this.#decoder.segments();
    const word = segments.findLast((segment) => /^[a-z']/.test(segment.word));
    const end = segments.at(-1)?.lastFrame ?? 0;
    return word !== undefined && end - word.lastFrame > moreWasSaidFrames;
  }
}

/** 1 for a sentence that explains the sound far better than free phones do, 0.5 where it is just believed. */
export function confidenceOf(ratio: number): number {
  const share = (ratio - surelySaid) / (strangeFrom - surelySaid);
  return 1 - Math.min(1, Math.max(0, share)) / 2;
}

/** The grammar of an utterance that begins with the wake phrase, with or without a command after it. */
export function grammarAfterWake(jsgf: string, wakePhrase: string): string {
  const command = commandRule(jsgf);
  const rest = command === null ? '' : ` [ ${command.name} ]`;
  return `${command?.rest ?? emptyGrammar}public <heard_after_wake> = ${wakePhrase}${rest};\n`;
}

/** The grammar of a command with or without the wake phrase before it. */
export function grammarAlone(jsgf: string, wakePhrase: string): string {
  const command = commandRule(jsgf);
  const prefix = wakePhrase === '' ? '' : `[ ${wakePhrase} ] `;
  return command === null
    ? `${emptyGrammar}public <heard_alone> = ${wakePhrase};\n`
    : `${command.rest}public <heard_alone> = ${prefix}${command.name};\n`;
}

const emptyGrammar = '#JSGF V1.0;\ngrammar lares;\n';

/** The public rule of a grammar, and the grammar with that rule made private. */
function commandRule(jsgf: string): { readonly name: string; readonly rest: string } | null {
  const name = /^public (<[^>]+>)/m.exec(jsgf)?.[1];
  return name === undefined ? null : { name, rest: jsgf.replace(/^public </m, '<') };
}
