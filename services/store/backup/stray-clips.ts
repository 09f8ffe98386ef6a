import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ClipId } from '../../contract/identifiers.ts';
import type { Database } from '../database.ts';

/**
 * Renames the videos that this database does not know, so that the next start does not take them for what a crash left of a
 * removed one, and delete them: another database may hold their keys. Gives how many there were.
 */
export async function setStrayClipsAside(clipDirectory: string, database: Database): Promise<number> {
  const rows = database.all(z.object({ id: ClipId }), 'SELECT id FROM clips');
  const known = new Set<string>(rows.map(({ id }) => id));
  const entries = await readdir(clipDirectory, { recursive: true, withFileTypes: true }).catch(() => []);
  let strays = 0;
  for (const entry of entries) {
    if (!entry.isFile() || !ClipId.safeParse(entry.name).success || known.has(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    await rename(path, `${path}.aside`);
    strays += 1;
  }
  return strays;
}
