import type { TrainingOrder } from '../../../contract/voice-process.ts';
import { WakePhrase, type WakeAdvice } from '../../../contract/wake.ts';
import { pronunciationsOf } from '../../recogniser/dictionary.ts';
import { pronounce } from '../../recogniser/pronunciation.ts';
import { everydayLanguage } from './everyday-language.ts';
import { isVowel } from './near-words.ts';

const leastPhones = 5;
const goodPhones = 6;
const leastSyllables = 2;
const mostSyllables = 8;

/** Words that commands begin or end with: whoever gives an order would call Lares in the middle of it. */
const commandWords = {
  en: 'stop lights light lamp turn on off open close lock unlock set timer play pause show arm disarm help cancel yes no'.split(
    ' ',
  ),
  de: 'stopp halt licht lampe mach schalte an aus öffne schließe stell timer zeig spiele pause hilfe abbrechen ja nein'.split(
    ' ',
  ),
} as const;

/** Words of great length that are no calls by themselves, before a call. */
const greetings: readonly string[] = ['hey', 'hi', 'hello', 'okay', 'ok', 'hallo'];

/**
 * Whether a phrase would do as a call: it has to be said, told from other talk, and kept apart from commands. `bad` ones can't be
 * trained, `weak` ones will be heard less well or called by mistake.
 */
export async function adviseWakePhrase({
  phrase,
  language,
}: Pick<TrainingOrder, 'phrase' | 'language'>): Promise<WakeAdvice> {
  const parsed = WakePhrase.safeParse(phrase);
  if (!parsed.success)
    return { verdict: 'bad', advice: ['A wake phrase has 3 to 40 letters, and nothing but letters.'] };
  const words = parsed.data.split(/[ ]+/);
  const strange = words.find(
    (word) => !/[aeiouyäöüáàâéèêíìîóòôúùûåæøœ]/u.test(word) || /(.)\1\1/u.test(word),
  );
  if (strange !== undefined)
    return {
      verdict: 'bad',
      advice: [`Nobody knows how to say "${strange}". Write it as it is spoken, in whole words.`],
    };
  const phones = await phonesOf(words, language);
  const everyday = new Set((await everydayLanguage(language)).words);
  return verdictOf([
    ...lengthAdvice(phones),
    ...meaningAdvice(words, { language, everyday, phones: phones.length }),
  ]);
}

interface Remark {
  readonly verdict: 'weak' | 'bad';
  readonly sentence: string;
}

function lengthAdvice(phones: readonly string[]): readonly Remark[] {
  const syllables = phones.filter(isVowel).length;
  if (syllables < leastSyllables)
    return [
      {
        verdict: 'bad',
        sentence:
          'It is too short: one syllable is heard in almost any talk. Take two words, or a longer one.',
      },
    ];
  if (phones.length < leastPhones)
    return [
      {
        verdict: 'bad',
        sentence:
          'It is too short to be told from other words. Put another word to it, for example "hey" before it.',
      },
    ];
  if (phones.length < goodPhones)
    return [
      {
        verdict: 'weak',
        sentence: 'It is rather short; three syllables or two words are heard much better.',
      },
    ];
  if (syllables > mostSyllables)
    return [
      {
        verdict: 'weak',
        sentence: 'It is very long: Lares listens to two seconds at a time. Two or three words are enough.',
      },
    ];
  return [];
}

function meaningAdvice(
  words: readonly string[],
  how: {
    readonly language: TrainingOrder['language'];
    readonly everyday: ReadonlySet<string>;
    readonly phones: number;
  },
): readonly Remark[] {
  const command = words.find((word) => commandWords[how.language].includes(word));
  if (command !== undefined && words.length === 1)
    return [
      {
        verdict: 'bad',
        sentence: `"${command}" is a word of commands: every order with it would call Lares. Take a name that nobody says otherwise.`,
      },
    ];
  const named = words.filter((word) => !greetings.includes(word));
  if (named.length === 0 || named.every((word) => how.everyday.has(word))) {
    if (words.length === 1)
      return [
        {
          verdict: 'bad',
          sentence:
            'People say this word all day long, and each time Lares would wake. Take a rarer one, or a name.',
        },
      ];
    const sentence =
      'These are words that people often say; they may come together by chance. A rare word among them helps.';
    return [{ verdict: 'weak', sentence }];
  }
  if (command !== undefined)
    return [
      {
        verdict: 'weak',
        sentence: `"${command}" also belongs to commands; a phrase without it is told from orders more easily.`,
      },
    ];
  return [];
}

function verdictOf(remarks: readonly Remark[]): WakeAdvice {
  const advice = remarks.map(({ sentence }) => sentence);
  if (remarks.some(({ verdict }) => verdict === 'bad')) return { verdict: 'bad', advice };
  return { verdict: remarks.length === 0 ? 'good' : 'weak', advice };
}

async function phonesOf(
  words: readonly string[],
  language: TrainingOrder['language'],
): Promise<readonly string[]> {
  const known =
    language === 'en' ? await pronunciationsOf(words).catch(() => pronounce(words)) : await pronounce(words);
  return words.flatMap((word) => (known.get(word)?.[0] ?? '').split(' ')).filter((phone) => phone !== '');
}
