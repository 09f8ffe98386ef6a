import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupClips } from '../../contract/backup.ts';
import type { ClipId } from '../../contract/identifiers.ts';
import type { Database } from '../database.ts';
import { type HeldQuery, RetentionTable } from '../retention.ts';
import { type BackupEntry, entryName } from './backup-record.ts';

/** The sealed pictures, and the sealed videos that are wanted, as they lie in the data folder. */
export async function backupFiles(
  dataDirectory: string,
  database: Database,
  clips: BackupClips,
): Promise<BackupEntry[]> {
  const pictures = await readdir(join(dataDirectory, 'vault'), { recursive: true }).catch(() => []);
  const names = [
    ...pictures.map((name) => `vault/${name}`),
    ...clipsOf(database, clips).map((id) => `clips/${id.slice(0, 2)}/${id}`),
  ];
  const entries: BackupEntry[] = [];
  for (const name of names) {
    if (!entryName.test(name)) continue;
    // A picture or a video may be forgotten at any moment.
    const found = await stat(join(dataDirectory, name)).catch(() => null);
    if (found?.isFile() === true) entries.push({ name, bytes: found.size });
  }
  return entries;
}

function clipsOf(database: Database, clips: BackupClips): ClipId[] {
  if (clips === 'none') return [];
  const table = new RetentionTable(database);
  const found: ClipId[] = [];
  for (let after: HeldQuery['after'] = null; ;) {
    const page = table.clips({ beforeMs: Number.MAX_VALUE, after, limit: 1000 });
    found.push(...page.filter(({ isKept }) => clips === 'all' || isKept).map(({ id }) => id));
    const last = page.at(-1);
    if (last === undefined) return found;
    after = last;
  }
}
