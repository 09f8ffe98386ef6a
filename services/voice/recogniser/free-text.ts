import type { CommandGrammar } from '../phrases/command-grammar.ts';
import type { Language } from '../phrases/language.ts';
import { spokenWords } from '../phrases/spoken-words.ts';
import type { Begins, Recognised } from './command.ts';

/** What is needed to read what a recogniser without a grammar has written. */
export interface FreeTextParts<Command> {
  readonly grammar: CommandGrammar<Command>;
  readonly wakePhrase: string;
  readonly language: Language;
}

/** A recogniser without a grammar writes a wake phrase as it likes, "jar vis" for "jarvis": so many words more or less. */
const wordsAstray = 1;

/**
 * Reads free text by the templates that the grammar is made of: what no template fits is 'unclear'. Where the text should begin
 * with the wake phrase and does not, as many words as the phrase has are taken for it, give or take one; then it is asked.
 */
export class FreeText<Command> {
  readonly #parts: FreeTextParts<Command>;
  readonly #wake: readonly string[];

  constructor(parts: FreeTextParts<Command>) {
    this.#parts = parts;
    this.#wake = spokenWords(parts.wakePhrase, parts.language);
  }

  /** `confidence`: how sure the recogniser is of its words, 0..1. */
  read(text: string, begins: Begins, confidence: number): Recognised<Command> {
    const words = spokenWords(text, this.#parts.language);
    const rest = this.#isWake(words) ? words.slice(this.#wake.length) : words;
    if (rest.length === 0) return words.length === 0 ? { kind: 'unclear' } : { kind: 'wake_phrase' };
    const command = this.#command(rest, { confidence: 0.5 + confidence / 2, sure: true });
    if (command !== null) return command;
    if (begins === 'anyhow' || rest.length < words.length) return { kind: 'unclear' };
    const lengths = [0, 1, -1]
      .map((more) => this.#wake.length + more * wordsAstray)
      .filter((length) => length > 0);
    for (const length of lengths) {
      const likely = this.#command(words.slice(length), { confidence: 0.5, sure: false });
      if (likely !== null) return likely;
    }
    return { kind: 'unclear' };
  }

  #isWake(words: readonly string[]): boolean {
    return this.#wake.length > 0 && this.#wake.every((word, at) => words[at] === word);
  }

  #command(
    words: readonly string[],
    how: { readonly confidence: number; readonly sure: boolean },
  ): Recognised<Command> | null {
    const heard = words.join(' ');
    const command = heard === '' ? null : this.#parts.grammar.interpret(heard);
    return command === null ? null : { kind: 'command', heard, command, ...how, alternatives: [] };
  }
}

/** The geometric mean of the probabilities of tokens, 0..1; `unknown` for a model that does not tell them. */
export function confidenceOfTokens(logProbabilities: readonly number[], unknown: number): number {
  if (logProbabilities.length === 0) return unknown;
  const sum = logProbabilities.reduce((total, one) => total + one, 0);
  return Math.min(1, Math.exp(sum / logProbabilities.length));
}
