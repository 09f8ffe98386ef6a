import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { databaseFileName } from '../../contract/key-file.ts';
import { backupDamaged } from './backup-header.ts';
import { recordsOf } from './backup-reader.ts';
import type { OpenBackup } from './open-backup.ts';

export interface Unpacking {
  readonly backup: OpenBackup;
  /** Of the house, 32 bytes. */
  readonly backupKey: Uint8Array;
  /** How many bytes were read by now. */
  readonly progress?: (bytes: number) => void;
}

/** Reads all of a backup and writes nothing; gives the sum of its files' bytes. Throws Trouble `damaged`. */
export async function checkBackup({ backup, backupKey, progress }: Unpacking): Promise<number> {
  let [bytes, hasDatabase] = [0, false];
  for await (const record of recordsOf(backup.file, backup, backupKey)) {
    if (record.kind === 'entry') {
      hasDatabase ||= record.entry.name === databaseFileName;
      continue;
    }
    bytes += record.bytes.length;
    progress?.(bytes);
  }
  if (!hasDatabase) throw backupDamaged();
  return bytes;
}

/** Writes the files of a backup below an empty folder, each on the disk when this resolves; gives their names. */
export async function unpack(unpacking: Unpacking, folder: string): Promise<string[]> {
  const { backup, backupKey, progress } = unpacking;
  const names: string[] = [];
  let file: FileHandle | null = null;
  let bytes = 0;
  try {
    for await (const record of recordsOf(backup.file, backup, backupKey)) {
      if (record.kind === 'data') {
        await file?.writeFile(record.bytes);
        bytes += record.bytes.length;
        progress?.(bytes);
        continue;
      }
      await ended(file);
      file = null;
      const { name } = record.entry;
      names.push(name);
      await mkdir(dirname(join(folder, name)), { recursive: true, mode: 0o700 });
      file = await open(join(folder, name), 'wx', 0o600);
    }
    await file?.sync();
    return names;
  } finally {
    await file?.close();
  }
}

async function ended(file: FileHandle | null): Promise<void> {
  if (file === null) return;
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
