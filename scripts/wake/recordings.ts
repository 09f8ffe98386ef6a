/** Of five recordings of a folder these are judged by, and never learnt from. */
const judged: ReadonlySet<number> = new Set([1, 3]);

/** Folders that negatives are taken from, and which of their files, by their place in the list, are taken. */
export const learntFolders = [
  { folder: 'voice/speech/librispeech-clean', takes: () => true },
  { folder: 'voice/commands/speech', takes: () => true },
  // The other half of the noises is for tests.
  { folder: 'voice/noise/esc10', takes: (index: number) => index % 2 === 0 },
] as const;

export function isJudgedBy(place: number): boolean {
  return judged.has(place % 5);
}
