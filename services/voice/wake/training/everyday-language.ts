import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TrainingOrder } from '../../../contract/voice-process.ts';

const folder = join(import.meta.dirname, '../../../../resources/wake');
const sentencesBelow = '---';

/** What people say all the time. */
export interface EverydayLanguage {
  /** Lower case, each once. */
  readonly words: readonly string[];
  readonly sentences: readonly string[];
}

export async function everydayLanguage(language: TrainingOrder['language']): Promise<EverydayLanguage> {
  const text = await readFile(join(folder, `everyday-${language}.txt`), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const line = lines.indexOf(sentencesBelow);
  const words = lines.slice(0, line).flatMap((each) => each.split(' '));
  return { words: [...new Set(words)], sentences: lines.slice(line + 1) };
}
