import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turnOfOthers } from 'node:timers/promises';
import { modelFolder } from '../../recogniser/pocketsphinx-library.ts';

/** Phones by how they are made: those of one class are heard for each other more easily. */
const phoneClasses = [
  'AA AE AH AO EH ER IH UH',
  'AW AY EY IY OW OY UW',
  'B D G',
  'P T K',
  'F TH S SH HH',
  'V DH Z ZH',
  'CH JH',
  'M N NG',
  'L R W Y',
].map((line) => line.split(' '));

const classOf: ReadonlyMap<string, number> = new Map(
  phoneClasses.flatMap((phones, index) => phones.map((phone): [string, number] => [phone, index])),
);
const vowelClasses = 2;

/** Whether a CMU phone is a vowel: the heart of a syllable. */
export function isVowel(phone: string): boolean {
  return (classOf.get(phone) ?? vowelClasses) < vowelClasses;
}

function replacing(a: string, b: string): number {
  if (a === b) return 0;
  if (classOf.get(a) === classOf.get(b)) return 0.5;
  return isVowel(a) === isVowel(b) ? 0.8 : 1.2;
}

/** How far two rows of phones are apart: the least cost of replacing, adding and leaving out (Levenshtein). */
export function phoneDistance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, j) => j + 1);
  row.unshift(0);
  for (const [i, phone] of a.entries()) {
    const next = [i + 1];
    for (const [j, other] of b.entries())
      next.push(Math.min((row[j] ?? 0) + replacing(phone, other), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Words of a dictionary that sound nearly like the phones but are not the same, the nearest first. */
export async function nearWords(
  phones: readonly string[],
  how: {
    readonly dictionary: readonly (readonly [string, readonly string[]])[];
    readonly count: number;
    readonly signal: AbortSignal;
  },
): Promise<readonly string[]> {
  const found: { word: string; distance: number }[] = [];
  for (const [index, [word, said]] of how.dictionary.entries()) {
    if (index % wordsBetweenTurns === 0) {
      await turnOfOthers();
      how.signal.throwIfAborted();
    }
    if (Math.abs(said.length - phones.length) > mostDifference || contains(said, phones)) continue;
    const distance = phoneDistance(phones, said);
    if (distance >= leastDistance)
      found.push({ word, distance: distance / Math.max(phones.length, said.length) });
  }
  found.sort((a, b) => a.distance - b.distance);
  return [...new Set(found.map(({ word }) => word))].slice(0, how.count);
}

/** A plural or another ending of the phrase is no other word: to learn against it would unlearn the phrase. */
function contains(said: readonly string[], phones: readonly string[]): boolean {
  return ` ${said.join(' ')} `.includes(` ${phones.join(' ')} `);
}

const wordsBetweenTurns = 2_000;
const mostDifference = 3;
/** Nearer words are the phrase itself in another spelling or ending. */
const leastDistance = 1;

/** The recogniser's dictionary (CMUdict); empty where it is not installed: then near words are the parts of the phrase alone. */
export async function readWordList(): Promise<readonly (readonly [string, readonly string[]])[]> {
  const text = await readFile(join(modelFolder(), 'cmudict-en-us.dict'), 'utf8').catch(() => '');
  return text.split('\n').flatMap((line): (readonly [string, readonly string[]])[] => {
    const [word = '', ...phones] = line.trim().split(' ');
    return /^[a-z']+$/.test(word) && phones.length > 0 ? [[word, phones]] : [];
  });
}
