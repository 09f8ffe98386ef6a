import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFileName } from '../../contract/key-file.ts';

/** Where a rotation writes the database under the new key, before it takes the old one's place. */
export function databaseCopy(dataDirectory: string): string {
  return join(dataDirectory, `${databaseFileName}.next`);
}

/** What a rotation that was cut short left. Only for who has the database open: then no other rotation is under way. */
export function removeDatabaseCopy(dataDirectory: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm'])
    rmSync(`${databaseCopy(dataDirectory)}${ending}`, { force: true });
}
