import type { TrainingOrder } from '../../../contract/voice-process.ts';
import { pronunciationsOf } from '../../recogniser/dictionary.ts';
import type { EverydayLanguage } from './everyday-language.ts';
import { nearWords } from './near-words.ts';
import type { SeededRandom } from './seeded-random.ts';

/** How a phrase is called in any language: most often as it is. */
const calls = [
  '*',
  '*',
  '*',
  '*',
  '*',
  '*',
  '*!',
  '*!',
  '*?',
  '*.',
  '*,',
  'hey *',
  'hey *',
  'hey, *!',
  'okay *',
];
const callsIn = { en: [...calls, 'um, *', 'and *'], de: [...calls, 'äh, *', 'und *'] } as const;

/** Texts that end with the phrase. */
export function callTexts({
  phrase,
  language,
}: Pick<TrainingOrder, 'phrase' | 'language'>): readonly string[] {
  return callsIn[language].map((pattern) => pattern.replace('*', phrase));
}

type Dictionary = readonly (readonly [string, readonly string[]])[];

/** Ways to say words, as rows of phones; empty where nobody knows. */
async function phonesOf(words: readonly string[]): Promise<readonly (readonly string[])[]> {
  const known = await pronunciationsOf(words).catch(() => new Map<string, readonly string[]>());
  return words.map((word) => (known.get(word)?.[0] ?? '').split(' ').filter((phone) => phone !== ''));
}

const nearPerWord = 80;

/**
 * Texts that sound nearly like the phrase but are none: words with similar phones, parts of the phrase, parts with other
 * words, and near words of the whole in place of a part of it.
 */
export async function nearTexts(
  phrase: string,
  how: {
    readonly dictionary: Dictionary;
    readonly everyday: EverydayLanguage;
    readonly random: SeededRandom;
    readonly signal: AbortSignal;
  },
): Promise<readonly string[]> {
  const words = phrase.split(/\s+/).filter((word) => word !== '');
  const phones = await phonesOf(words);
  const near = async (row: readonly string[], count: number): Promise<readonly string[]> =>
    nearWords(row, { dictionary: how.dictionary, count, signal: how.signal });
  const perWord = await Promise.all(phones.map((row) => near(row, nearPerWord)));
  const whole = words.length === 1 ? [] : await near(phones.flat(), nearPerWord / 2);
  const texts = [...whole, ...halves(phones, await halfWords(phones, near))];
  for (const [index, alike] of perWord.entries()) {
    for (const word of alike) texts.push(words.with(index, word).join(' '));
    if (words.length > 1) texts.push(...partTexts(words[index] ?? '', how));
  }
  const besides = [...texts].filter(() => how.random.chance(0.15)).map((text) => `hey ${text}`);
  return [...new Set([...texts, ...besides])].filter((text) => !` ${text} `.includes(` ${phrase} `));
}

/** A word of the phrase alone, repeated, or with an everyday word before or after it. */
function partTexts(
  word: string,
  { everyday, random }: { everyday: EverydayLanguage; random: SeededRandom },
): readonly string[] {
  const other = (): string => random.pick(everyday.words);
  return [
    word,
    word,
    `hey ${word}`,
    `${word} ${word}`,
    ...Array.from({ length: 12 }, () => `${other()} ${word}`),
    ...Array.from({ length: 12 }, () => `${word} ${other()}`),
  ];
}

type Near = (row: readonly string[], count: number) => Promise<readonly string[]>;

/** Words like the first and like the second half of the whole. */
async function halfWords(
  phones: readonly (readonly string[])[],
  near: Near,
): Promise<readonly (readonly string[])[]> {
  const row = phones.flat();
  const middle = Math.ceil(row.length / 2);
  return Promise.all([near(row.slice(0, middle), 24), near(row.slice(middle), 24)]);
}

function halves(
  phones: readonly (readonly string[])[],
  [first = [], second = []]: readonly (readonly string[])[],
): string[] {
  if (phones.flat().length < 4) return [];
  return first.flatMap((word, index) => [
    word,
    second[index] ?? word,
    `${word} ${second[(index * 7) % Math.max(1, second.length)] ?? ''}`.trim(),
  ]);
}

/** What people say otherwise: sentences, and words in ones, twos and threes. */
export function generalTexts(
  phrase: string,
  how: {
    readonly dictionary: Dictionary;
    readonly everyday: EverydayLanguage;
    readonly count: number;
    readonly random: SeededRandom;
  },
): readonly string[] {
  const { everyday, dictionary, random } = how;
  const anyWord = (): string => {
    if (dictionary.length > 0 && random.chance(0.35)) return random.pick(dictionary)[0];
    return random.pick(everyday.words);
  };
  const text = (): string => {
    const kind = random.next();
    if (kind < 0.4) return random.pick(everyday.sentences);
    return Array.from({ length: kind < 0.6 ? 1 : 2 + random.below(3) }, anyWord).join(' ');
  };
  return Array.from({ length: how.count }, text).filter(
    (each) => !` ${each.toLowerCase()} `.includes(` ${phrase} `),
  );
}
