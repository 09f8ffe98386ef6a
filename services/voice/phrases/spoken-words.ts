import type { Language } from './language.ts';
import { languageOf } from './language.ts';
import { transliterated } from './transliteration.ts';

/** Scripts that are written without spaces; each of their letters counts as a word, so that sentences can be compared. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*/gu;

const ENGLISH = languageOf('en');

/**
 * Text as it is spoken: lower case words, numbers spelled. Templates, names and heard sentences all pass here, so that they can
 * be compared word by word. In a language of Latin letters they are words of a-z and inner apostrophes, which a pronouncing
 * dictionary knows, and text in a script that can't be spelled in them gives no words.
 */
export function spokenWords(text: string, language: Language = ENGLISH): readonly string[] {
  let plain = text.toLowerCase();
  for (const [sign, word] of language.signs) plain = plain.replaceAll(sign, word);
  plain = language.isLatin ? transliterated(plain) : spaced(plain);
  plain = plain.replaceAll(/(^|[\s(])[-−](?=\d)/g, '$1 minus ');
  plain = plain.replaceAll(/\d+(?:\.\d+)?/g, (number) => ` ${spelled(number, language)} `);
  return plain
    .split(language.isLatin ? /[^a-z']+/ : /[^\p{L}\p{M}\p{N}.%°']+/u)
    .map((word) => word.replaceAll(/^['.]+|['.]+$/g, ''))
    .filter((word) => word !== '');
}

/** Whether all letters of a text are said. Those of a script that is not spelled by its sound are not, in a Latin language. */
export function isSpeakable(text: string, language: Language = ENGLISH): boolean {
  return !language.isLatin || !/(?![a-z])\p{L}/u.test(transliterated(text.toLowerCase()));
}

/** Diacritics of Latin letters are folded, since people leave them out; those of other scripts are part of the word. */
function spaced(text: string): string {
  const folded = text
    .normalize('NFKD')
    .replaceAll(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC');
  return folded.replaceAll(SPACELESS, ' $& ').replaceAll(/[%°]/g, ' $& ');
}

function spelled(number: string, language: Language): string {
  if (!language.isLatin) return number;
  const [whole = '', decimals] = number.split('.');
  const words =
    (whole.length > 1 && whole.startsWith('0') ? undefined : language.numberWords(Number(whole))[0]) ??
    language.digitWords(whole);
  return transliterated(
    [...words, ...(decimals === undefined ? [] : [language.point, ...language.digitWords(decimals)])].join(
      ' ',
    ),
  );
}
