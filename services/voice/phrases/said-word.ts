import type { Language } from './language.ts';
import { wordKey } from './phrase-matcher.ts';
import { isSpeakable, spokenWords } from './spoken-words.ts';

/** A word of a sentence, and how it was written: a wildcard keeps "2 Äpfel" and not "zwei apfel". */
export interface SaidWord {
  readonly word: string;
  /** The word as it is compared. */
  readonly key: string;
  /** The text that this word begins; '' for the later words of the same text, like "percent" of "2%". */
  readonly source: string;
}

/** A part in letters that are not said is one word: were it left out, "lights off 厨房" would mean all lights. */
export function saidWords(text: string, language: Language): readonly SaidWord[] {
  const parts = text
    .split(/\s+/)
    .map((source) => ({ source, words: wordsOf(source, language) }))
    .filter(({ words }) => words.length > 0);
  const whole = spokenWords(text, language);
  // Signs may reach over a space ("20 ° C"): then the words alone are known.
  const isSplit =
    !isSpeakable(text, language) || parts.flatMap(({ words }) => words).join(' ') === whole.join(' ');
  if (!isSplit) return whole.map((word) => ({ word, key: wordKey(word), source: word }));
  return parts.flatMap(({ source, words }) =>
    words.map((word, at) => ({ word, key: wordKey(word), source: at === 0 ? bare(source) : '' })),
  );
}

function wordsOf(source: string, language: Language): readonly string[] {
  if (isSpeakable(source, language)) return spokenWords(source, language);
  return [bare(source.normalize('NFC').toLowerCase()).replace(/[^\p{L}\p{M}\p{N}]+$/u, '')];
}

/** The words as they were written, as far as they are whole. */
export function written(words: readonly SaidWord[], next: SaidWord | undefined): string {
  const isWhole = words[0]?.source !== '' && next?.source !== '';
  const texts = words.map(({ word, source }) => (isWhole ? source : word));
  return texts.filter((text) => text !== '').join(' ');
}

function bare(source: string): string {
  return source.replaceAll(/^[\s"'„“”‚‘¿¡([]+|[\s"'“”’.,;:!?)\]]+$/g, '');
}
