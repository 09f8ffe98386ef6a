import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

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
