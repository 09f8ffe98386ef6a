import { germanDigitWords, germanNumberWords } from './german-numbers.ts';
import { digitWords, numberWords } from './number-words.ts';

/** How a language is said. */
export interface Language {
  readonly code: string;
  /** Every way to say a number, the usual one first; none for a number that nobody says. */
  readonly numberWords: (value: number) => readonly (readonly string[])[];
  readonly digitWords: (digits: string) => readonly string[];
  /** Said between the whole number and its decimals. */
  readonly point: string;
  /** Signs, and the words that they are said by. */
  readonly signs: readonly (readonly [RegExp, string])[];
  /** Whether only Latin letters are said; names in other scripts are then spelled in them, where that is possible. */
  readonly isLatin: boolean;
  /** Written in the notices of the house: "can not be spoken in English". */
  readonly name: string;
}

const QUOTES: readonly (readonly [RegExp, string])[] = [[/[\u2018\u2019\u02bc`]/g, "'"]];

const english: Language = {
  code: 'en',
  numberWords,
  digitWords,
  point: 'point',
  isLatin: true,
  name: 'English',
  signs: [
    ...QUOTES,
    [/\b1\/2\b|½/g, ' half '],
    [/%/g, ' percent '],
    [/°\s*c\b/g, ' degrees celsius '],
    [/°\s*f\b/g, ' degrees fahrenheit '],
    [/°/g, ' degrees '],
    [/&/g, ' and '],
    [/\+/g, ' plus '],
  ],
};

const german: Language = {
  code: 'de',
  numberWords: germanNumberWords,
  digitWords: germanDigitWords,
  point: 'komma',
  isLatin: true,
  name: 'German',
  signs: [
    ...QUOTES,
    [/\b1\/2\b|½/g, ' halb '],
    [/%/g, ' prozent '],
    [/°\s*c\b/g, ' grad celsius '],
    [/°\s*f\b/g, ' grad fahrenheit '],
    [/°/g, ' grad '],
    [/&/g, ' und '],
    [/\+/g, ' plus '],
    [/(?<=\d),(?=\d)/g, '.'],
  ],
};

/** The language of this code, "en" or "de-CH". One that Lares does not speak itself keeps its digits and signs as they are. */
export function languageOf(code: string): Language {
  const short = code.toLowerCase().split(/[-_]/)[0] ?? '';
  if (short === '' || short === 'en') return english;
  if (short === 'de') return german;
  return {
    code: short,
    numberWords: (value) => [[String(value)]],
    digitWords: (digits) => [digits],
    point: '',
    isLatin: false,
    name: 'this language',
    signs: QUOTES,
  };
}
