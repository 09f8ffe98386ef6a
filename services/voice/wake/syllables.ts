import { isVowel } from './training/near-words.ts';

/**
 * The syllables of a row of CMU phones: a vowel each, with the consonants around it. Of consonants between two vowels the first ends
 * the syllable before it, if there are more than one: K AH M | P Y UW | T ER.
 */
export function syllablesOf(phones: readonly string[]): readonly (readonly string[])[] {
  const vowels = phones.flatMap((phone, at) => (isVowel(phone) ? [at] : []));
  const starts = vowels.map((vowel, nth) => {
    const before = vowels[nth - 1];
    if (before === undefined) return 0;
    return vowel - before > 2 ? before + 2 : before + 1;
  });
  if (starts.length === 0) return phones.length === 0 ? [] : [phones];
  return starts.map((start, nth) => phones.slice(start, starts[nth + 1] ?? phones.length));
}
