import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from '../contract/trouble.ts';
import { derivedKey } from './derived-key.ts';
import { writeFileWhole } from '../contract/whole-file.ts';

/**
 * A file that says which key the data belongs to, without telling anything of the key: so that a wrong key is told from
 * a damaged database. Throws Trouble `locked` when the data belongs to another key.
 */
export function checkKeyMark(dataDirectory: string, key: Uint8Array): void {
  const found = markIn(pathOf(dataDirectory));
  if (found === null || timingSafeEqual(found, markOf(key))) return;
  throw new Trouble('locked', {
    what: "The household's data was encrypted with another key than the one that was found.",
    advice: 'Put back the key file that belongs to this data, or start with an empty data folder.',
  });
}

/** Whether there is a mark, and it is this key's. */
export function keyMarkFits(dataDirectory: string, key: Uint8Array): boolean {
  const found = markIn(pathOf(dataDirectory));
  return found !== null && timingSafeEqual(found, markOf(key));
}

/** Called once the database has opened with this key, so that no mark of a wrong key can ever lock the right one out. */
export function writeKeyMark(dataDirectory: string, key: Uint8Array): void {
  const path = pathOf(dataDirectory);
  if (markIn(path) === null) writeFileWhole(path, `${markOf(key).toString('hex')}\n`);
}

/** Before the data is given another key. */
export function forgetKeyMark(dataDirectory: string): void {
  rmSync(pathOf(dataDirectory), { force: true });
}

/** Null when there is none, or none that could be compared. */
function markIn(path: string): Buffer | null {
  const hex = existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  return /^[0-9a-f]{64}$/.test(hex) ? Buffer.from(hex, 'hex') : null;
}

function markOf(key: Uint8Array): Buffer {
  return createHmac('sha256', derivedKey(key, 'key mark')).update('lares').digest();
}

function pathOf(dataDirectory: string): string {
  return join(dataDirectory, 'key.mark');
}
