import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileWhole } from '../../contract/whole-file.ts';

/** Where the last backup is and when it was made: beside the database, since it is asked for when that is damaged. */
const BackupState = z.strictObject({ path: z.string(), atMs: z.number() });
export type BackupState = z.infer<typeof BackupState>;

/** Null when none was made, as far as is known. */
export function lastBackup(dataDirectory: string): BackupState | null {
  try {
    return BackupState.parse(JSON.parse(readFileSync(pathOf(dataDirectory), 'utf8')));
  } catch {
    return null;
  }
}

export function noteBackup(dataDirectory: string, state: BackupState): void {
  writeFileWhole(pathOf(dataDirectory), `${JSON.stringify(state)}\n`);
}

function pathOf(dataDirectory: string): string {
  return join(dataDirectory, 'last-backup.json');
}
