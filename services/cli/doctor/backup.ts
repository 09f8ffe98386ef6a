import { existsSync } from 'node:fs';
import { lastBackup } from '../../store/backup/backup-state.ts';
import { timeText } from '../time-text.ts';
import { absent, type Finding, there } from './finding.ts';

/** When the last backup was made, and whether it is where it was written to. */
export function findBackup(data: string): Finding {
  const last = lastBackup(data);
  if (last === null) return absent('A backup', 'Make one: npx lares backup --to <path>');
  const what = `The last backup, of ${timeText(last.atMs)}: ${last.path}`;
  return existsSync(last.path) ? there(what) : absent(what, 'It is not there now.');
}
