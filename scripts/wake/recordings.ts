import { dirname } from 'node:path';

/** Of five recordings of a folder these are judged by, and never learnt from. */
const judged: ReadonlySet<number> = new Set([1, 3]);

/** Folders that negatives are computed from, and which of their files, by their place in the list, are taken. */
export const learntFolders = [
  { folder: 'voice/speech/librispeech-clean', takes: () => true },
  { folder: 'voice/commands/speech', takes: () => true },
  // The other half of the noises is for tests.
  { folder: 'voice/noise/esc10', takes: (index: number) => index % 2 === 0 },
] as const;

export function isJudgedBy(place: number): boolean {
  return judged.has(place % 5);
}

/** Whether heads have learnt from a recording; `paths` are all of its folder, and others. */
export function isLearntFrom(path: string, paths: readonly string[]): boolean {
  const source = learntFolders.find(({ folder }) => dirname(path).endsWith(folder));
  if (source === undefined) return false;
  const taken = paths
    .filter((other) => dirname(other) === dirname(path))
    .sort()
    .filter((_, index) => source.takes(index));
  const place = taken.indexOf(path);
  return place >= 0 && !isJudgedBy(place);
}
