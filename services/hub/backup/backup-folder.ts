import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptBackup } from '../../contract/backup.ts';
import { Trouble } from '../../contract/trouble.ts';

/** Only what is named so is ever removed. */
const madeDaily = /^lares-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}\.lares$/;
const cutShort = /^lares-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}\.lares\.[0-9a-f]{12}\.part$/;

/** Named by its time in UTC, so that names are in the order of time. */
export function dailyBackupPath(folder: string, nowMs: number): string {
  const time = new Date(nowMs).toISOString().slice(0, 19).replaceAll(':', '-');
  return join(folder, `lares-${time}.lares`);
}

/** All but the newest so many, and what was cut short. */
export async function removeOldBackups(folder: string, keep: number): Promise<void> {
  const names = await readdir(folder);
  const made = names.filter((name) => madeDaily.test(name)).toSorted();
  const old = [...made.slice(0, -keep), ...names.filter((name) => cutShort.test(name))];
  for (const name of old) await rm(join(folder, name), { force: true });
}

/** The backups that lie there, the newest first; none where no folder is chosen. Throws Trouble `unavailable`. */
export async function keptBackups(folder: string): Promise<KeptBackup[]> {
  if (folder === '') return [];
  try {
    const names = (await readdir(folder)).filter((name) => madeDaily.test(name)).toSorted();
    const found = names.toReversed().map(async (name) => {
      const { size } = await stat(join(folder, name));
      return { name, madeAtMs: timeOf(name), bytes: size };
    });
    return await Promise.all(found);
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw new Trouble('unavailable', {
      what: "The folder of the backups can't be read.",
      advice: 'See that its disk is there and that this user may read it.',
      cause,
    });
  }
}

/** As `dailyBackupPath` wrote it. */
function timeOf(name: string): number {
  return Date.parse(`${name.slice(6, 16)}T${name.slice(17, 25).replaceAll('-', ':')}Z`);
}

/** A folder that is made with the first backup. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
