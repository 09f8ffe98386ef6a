import { type FileHandle, open } from 'node:fs/promises';
import { Trouble } from '../../contract/trouble.ts';
import { migrations } from '../migrate.ts';
import { type ReadHeader, readHeader } from './backup-header.ts';

export interface OpenBackup extends ReadHeader {
  readonly file: FileHandle;
  /** Of the whole file, in bytes. */
  readonly size: number;
}

/** Does the work with a backup that this Lares can read. Throws Trouble: `not_found`, and as `readHeader`. */
export async function withBackup<T>(path: string, work: (backup: OpenBackup) => Promise<T>): Promise<T> {
  const file = await open(path).catch((cause: unknown) => {
    throw new Trouble('not_found', {
      what: 'There is no backup at this place, or it may not be read.',
      advice: 'Check the path, and that this user may read the file.',
      cause,
    });
  });
  try {
    const { size } = await file.stat();
    return await work({ file, size, ...(await readHeader(file, migrations.length)) });
  } finally {
    await file.close();
  }
}
