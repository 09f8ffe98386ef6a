import { digitWords, numberWords } from './number-words.ts';

/** Letters that Unicode does not decompose, as English speakers write them. */
const FOLDED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u02bc`]/g, "'"],
  [/\b1\/2\b|½/g, ' half '],
  [/%/g, ' percent '],
  [/°\s*c\b/g, ' degrees celsius '],
  [/°\s*f\b/g, ' degrees fahrenheit '],
  [/°/g, ' degrees '],
  [/&/g, ' and '],
  [/\+/g, ' plus '],
];

/**
 * Text as it is spoken: lower case words of a-z and inner apostrophes, diacritics folded, numbers spelled. Templates, names
 * and heard sentences all pass here, so that they can be compared word by word, and a pronouncing dictionary knows them.
 * Text in another script gives no words.
 */
export function spokenWords(text: string): readonly string[] {
  let plain = text.toLowerCase();
  for (const [sign, word] of SIGNS) plain = plain.replaceAll(sign, word);
  plain = plain.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  plain = plain.replaceAll(/[ßæœøłđðþı]/g, (letter) => FOLDED[letter] ?? '');
  plain = plain.replaceAll(/(^|[\s(])[-−](?=\d)/g, '$1 minus ');
  plain = plain.replaceAll(/\d+(?:\.\d+)?/g, (number) => ` ${spelled(number)} `);
  return plain
    .split(/[^a-z']+/)
    .map((word) => word.replaceAll(/^'+|'+$/g, ''))
    .filter((word) => word !== '');
}

function spelled(number: string): string {
  const [whole = '', decimals] = number.split('.');
  const words =
    (whole.length > 1 && whole.startsWith('0') ? undefined : numberWords(Number(whole))[0]) ??
    digitWords(whole);
  return [...words, ...(decimals === undefined ? [] : ['point', ...digitWords(decimals)])].join(' ');
}
