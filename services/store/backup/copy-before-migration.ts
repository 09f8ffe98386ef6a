import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { flush } from '../../contract/whole-file.ts';
import type { Database } from '../database.ts';
import { needSpaceNow } from './need-space.ts';

const mostKept = 2;

/**
 * A sealed copy of a database that a newer Lares is about to change, beside it, named by its version; the last two are kept. On
 * the disk when this returns. Throws Trouble `unavailable` when there is no space for it: then nothing is changed.
 */
export function copyBeforeMigration(database: Database, steps: number): void {
  const { file, version } = database;
  if (version === 0 || version >= steps) return;
  const { size } = statSync(file);
  // The copy, and what the migration itself writes anew.
  needSpaceNow(dirname(file), 2 * size);
  const copy = `${file}.version-${version}`;
  const part = `${copy}.part`;
  // An empty file is taken, with the mode that it has.
  writeFileSync(part, '', { mode: 0o600 });
  try {
    database.script(`VACUUM INTO '${part.replaceAll("'", "''")}'`);
    flush(part);
    renameSync(part, copy);
    flush(dirname(copy));
  } finally {
    rmSync(part, { force: true });
  }
  removeCopies(file, mostKept);
}

/** All but the newest so many: none is to outlive somebody who is erased, or a change of the key. */
export function removeCopies(file: string, kept = 0): void {
  const prefix = `${basename(file)}.version-`;
  const versionOf = (name: string): number => Number.parseInt(name.slice(prefix.length), 10);
  const copies = readdirSync(dirname(file))
    .filter((name) => name.startsWith(prefix))
    .toSorted((a, b) => versionOf(b) - versionOf(a));
  for (const name of copies.slice(kept)) rmSync(join(dirname(file), name), { force: true });
}
