import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TrainingOrder } from '../../../contract/voice-process.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { SyntheticVoice } from './synthetic-voice.ts';

const folder = join(import.meta.dirname, '../../../../resources/replies');
const shortest = 12;

/** The voice that Lares itself speaks with. */
export const ownVoice: Readonly<Record<TrainingOrder['language'], SyntheticVoice>> = {
  en: { engine: 'espeak-ng', name: 'en-us', pitch: 50, rangePercent: 100, wordsPerMinute: 150 },
  de: { engine: 'espeak-ng', name: 'de', pitch: 50, rangePercent: 100, wordsPerMinute: 150 },
};

/** What Lares says, with something in the places that are filled in: it must never call itself. */
export async function replyTexts(
  { phrase, language }: Pick<TrainingOrder, 'phrase' | 'language'>,
  words: readonly string[],
  random: SeededRandom,
): Promise<readonly string[]> {
  const file = await readFile(join(folder, `${language}.yaml`), 'utf8').catch(() => '');
  const quoted = [...file.matchAll(/: '([^'\n]+)'/g), ...file.matchAll(/: ([A-Z][^'{}\n]+)$/gm)];
  const texts = quoted.map(([, text = '']) => text.replaceAll(/\{\w+\}/g, () => random.pick(words)));
  return texts.filter((text) => text.length >= shortest && !` ${text.toLowerCase()} `.includes(phrase));
}
