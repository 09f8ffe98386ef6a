import { existsSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { databaseFileName } from '../../contract/key-file.ts';
import { Trouble } from '../../contract/trouble.ts';
import { Database } from '../database.ts';
import { derivedKey } from '../derived-key.ts';
import { keyMarkFits } from '../key-mark.ts';
import { hasData, openStore } from '../store.ts';
import { lastBackup } from './backup-state.ts';
import { withBackup } from './open-backup.ts';
import { isCheckDue, noteCheck } from './check-due.ts';
import { isDatabaseGone } from './remains.ts';
import { isRestoreCutShort, RestoreFolder } from './restore-folder.ts';
import { salvageClips } from './salvage-clips.ts';
import { setStrayClipsAside } from './stray-clips.ts';
import { checkBackup, unpack } from './unpack.ts';

export interface Mending {
  readonly dataDirectory: string;
  /** The house's, 32 bytes. */
  readonly key: Uint8Array;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
}

/** What took the place of a damaged database. */
export interface Mended {
  /** The name of the damaged one now, in the data folder; null: it was gone. */
  readonly setAside: string | null;
  /** When the backup was made that took its place; null when there was none that could be used. */
  readonly backupAtMs: number | null;
  /** Videos since then that are listed again. */
  readonly clips: number;
  /** Videos whose keys are lost. */
  readonly strays: number;
}

/**
 * Looks through the database before it is opened, when that is due. A damaged one is set aside, and in its place, or in that of one that
 * is gone from a house that was lived in, comes the last backup, or an empty house of the same key; nothing is deleted. Null when
 * there was nothing to mend, or it can't be told a damaged database from one of another key. Throws Trouble `unavailable`.
 */
export async function mendDatabase(mending: Mending): Promise<Mended | null> {
  const { dataDirectory, key, nowMs } = mending;
  const mended = join(dataDirectory, `${databaseFileName}.mended`);
  const setAside = `${databaseFileName}.damaged-${new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-')}`;
  if (existsSync(mended) && !hasData(dataDirectory)) await exchange(dataDirectory, { setAside, mended });
  await rm(mended, { force: true });
  const isGone = isDatabaseGone(dataDirectory) && !isRestoreCutShort(dataDirectory);
  if (isGone ? !mayBeOf(dataDirectory, key) : isWell(mending)) return null;
  const folder = new RestoreFolder(dataDirectory);
  await folder.begin();
  try {
    const backupAtMs = await backupInto(folder, mending);
    const store = openStore({ dataDirectory: folder.path, key });
    store.audit.note({ who: 'lares', deed: 'restored' });
    store.close();
    const counts = await clipsBack(folder, { ...mending, isGone });
    await rename(join(folder.path, databaseFileName), mended);
    await exchange(dataDirectory, { setAside, mended });
    return { setAside: isGone ? null : setAside, backupAtMs, ...counts };
  } finally {
    await folder.remove();
  }
}

/** A house without a mark may be of this key; only pictures and videos are left of it. */
function mayBeOf(dataDirectory: string, key: Uint8Array): boolean {
  return !existsSync(join(dataDirectory, 'key.mark')) || keyMarkFits(dataDirectory, key);
}

/** Whether there is a database that is sound, as far as it is to be looked at now, or none that could be told from a damaged one. */
function isWell(mending: Mending): boolean {
  const { dataDirectory, key, nowMs } = mending;
  if (!hasData(dataDirectory) || !keyMarkFits(dataDirectory, key)) return true;
  const isDue = isCheckDue(dataDirectory, nowMs);
  if (!isSound(mending, isDue)) return false;
  if (isDue) noteCheck(dataDirectory, nowMs);
  return true;
}

/** Every page is read, and authenticated by that; or only the first ones. */
function isSound({ dataDirectory, key }: Mending, isWhole: boolean): boolean {
  const path = join(dataDirectory, databaseFileName);
  if (statSync(path).size === 0) return false;
  try {
    const database = Database.open(path, derivedKey(key, 'database'));
    try {
      if (!isWhole) return true;
      const [result] = database.all(z.object({ quick_check: z.string() }), 'PRAGMA quick_check(1)');
      return result?.quick_check === 'ok';
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof Trouble && error.code === 'damaged') return false;
    throw error;
  }
}

/** Null when there is none, or none that this key opens and that is whole: then an empty house begins. */
async function backupInto(folder: RestoreFolder, { dataDirectory, key }: Mending): Promise<number | null> {
  const last = lastBackup(dataDirectory);
  if (last === null) return null;
  try {
    return await withBackup(last.path, async (backup) => {
      const unpacking = { backup, backupKey: derivedKey(key, 'backup') };
      await checkBackup(unpacking);
      await folder.placeFiles(await unpack(unpacking, folder.path));
      return backup.header.madeAtMs;
    });
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return null;
  }
}

async function clipsBack(
  folder: RestoreFolder,
  { dataDirectory, key, isGone }: Mending & { readonly isGone: boolean },
): Promise<Pick<Mended, 'clips' | 'strays'>> {
  const databaseKey = derivedKey(key, 'database');
  const clipDirectory = join(dataDirectory, 'clips');
  const into = Database.open(join(folder.path, databaseFileName), databaseKey);
  try {
    const damaged = join(dataDirectory, databaseFileName);
    const clips = isGone ? 0 : salvageClips({ damaged, databaseKey, into, clipDirectory });
    return { clips, strays: await setStrayClipsAside(clipDirectory, into) };
  } finally {
    into.close();
  }
}

/** Cut short in between, it is ended by the next start: there is then no database, and one that is mended. */
async function exchange(
  dataDirectory: string,
  { setAside, mended }: { readonly setAside: string; readonly mended: string },
): Promise<void> {
  const path = join(dataDirectory, databaseFileName);
  for (const ending of ['', '-wal', '-shm', '-journal'])
    if (existsSync(`${path}${ending}`))
      await rename(`${path}${ending}`, join(dataDirectory, `${setAside}${ending}`));
  await rename(mended, path);
}
