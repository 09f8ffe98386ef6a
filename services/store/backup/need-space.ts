import { statfsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { Trouble } from '../../contract/trouble.ts';

/** Throws Trouble `unavailable` when the disk of the folder has not so many bytes free. */
export async function needSpace(folder: string, bytes: number): Promise<void> {
  mustSuffice(await statfs(folder), bytes);
}

/** The same, at once. */
export function needSpaceNow(folder: string, bytes: number): void {
  mustSuffice(statfsSync(folder), bytes);
}

function mustSuffice({ bavail, bsize }: { bavail: number; bsize: number }, bytes: number): void {
  if (bavail * bsize >= bytes) return;
  const [needed, free] = [bytes, bavail * bsize].map((count) => Math.ceil(count / 1e6));
  throw new Trouble('unavailable', {
    what: `There is not enough space: ${needed} MB are needed, and ${free} MB are free.`,
    advice: 'Free some space on that disk, or take another one. Nothing was changed.',
  });
}
