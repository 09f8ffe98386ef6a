import { statfs } from 'node:fs/promises';
import { Trouble } from '../../contract/trouble.ts';

/** Throws Trouble `unavailable` when the disk of the folder has not so many bytes free. */
export async function needSpace(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= bytes) return;
  const [needed, free] = [bytes, bavail * bsize].map((count) => Math.ceil(count / 1e6));
  throw new Trouble('unavailable', {
    what: `There is not enough space: ${needed} MB are needed, and ${free} MB are free.`,
    advice: 'Free some space on that disk, or take another one. Nothing was changed.',
  });
}
