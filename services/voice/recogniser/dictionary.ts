import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelFolder, recogniserMissing } from './pocketsphinx-library.ts';
import { pronounce } from './pronunciation.ts';

/** How each word is said, as CMU phones with spaces between. */
export type Pronunciations = ReadonlyMap<string, readonly string[]>;

/**
 * Looks the words up in the recogniser's dictionary (CMUdict, 134,000 words); names that it lacks are read by espeak-ng.
 * A word that nobody can say, one with no letter in it, is left out. Throws Trouble 'missing_program'.
 */
export async function pronunciationsOf(words: readonly string[]): Promise<Pronunciations> {
  const known = find(readDictionary(), words);
  const strange = words.filter((word) => !known.has(word));
  return strange.length === 0 ? known : new Map([...known, ...(await pronounce(strange))]);
}

function readDictionary(): string {
  try {
    return readFileSync(join(modelFolder(), 'cmudict-en-us.dict'), 'utf8');
  } catch (cause) {
    throw recogniserMissing(cause);
  }
}

/** Lines of the dictionary are `word PH PH` or, for further pronunciations, `word(2) PH PH`. */
export function find(dictionary: string, words: readonly string[]): Pronunciations {
  const wanted = new Set(words);
  const found = new Map<string, string[]>();
  for (let start = 0; start < dictionary.length;) {
    const end = dictionary.indexOf('\n', start);
    const stop = end < 0 ? dictionary.length : end;
    const space = dictionary.indexOf(' ', start);
    const entry = dictionary.slice(start, space);
    const word = entry.endsWith(')') ? entry.slice(0, entry.lastIndexOf('(')) : entry;
    if (space > 0 && space < stop && wanted.has(word)) {
      const phones = dictionary.slice(space + 1, stop).trim();
      found.set(word, [...(found.get(word) ?? []), phones]);
    }
    start = stop + 1;
  }
  return found;
}
