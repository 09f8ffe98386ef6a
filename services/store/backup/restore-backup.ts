import { isDeepStrictEqual } from 'node:util';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseFileName, type KeyFile } from '../../contract/key-file.ts';
import { Trouble } from '../../contract/trouble.ts';
import { Database } from '../database.ts';
import { derivedKey } from '../derived-key.ts';
import { makeKeyFile, readKeyFile } from '../key-file.ts';
import { keyBySecret } from '../keys/key-ways.ts';
import { PassphraseGate } from '../passphrase-gate.ts';
import { hasData, openStore } from '../store.ts';
import type { BackupHeader } from './backup-header.ts';
import { needSpace } from './need-space.ts';
import { type OpenBackup, withBackup } from './open-backup.ts';
import { RestoreFolder } from './restore-folder.ts';
import { setStrayClipsAside } from './stray-clips.ts';
import { checkBackup, unpack } from './unpack.ts';

export interface Restore {
  readonly from: string;
  readonly configDirectory: string;
  readonly dataDirectory: string;
  /** Asked once the backup is known to be one that this Lares can read: the passphrase or the recovery code. */
  readonly secret: (ways: BackupHeader['ways']) => Promise<string>;
  /** Steps of the same size, roughly: bytes that are checked, then written, then files that are put in their places. */
  readonly progress?: (done: number, total: number) => void;
  readonly now?: () => number;
}

export interface Restored {
  /** Milliseconds since 1970. */
  readonly madeAtMs: number;
  readonly files: number;
}

/**
 * A house out of a backup, where there is none. All of the backup is checked before anything is written; then it is written to a
 * folder of its own, and moved into place, the database last. Whenever it is cut short, there is still no house, and the same
 * restore can be begun again. Throws Trouble: `refused` when there is a house, or the backup is from a newer Lares;
 * `wrong_passphrase`; `damaged`; `unavailable`.
 */
export async function restoreBackup(restore: Restore): Promise<Restored> {
  const { configDirectory, dataDirectory } = restore;
  if (hasData(dataDirectory)) throw notEmpty();
  return withBackup(restore.from, async (backup) => {
    const file: KeyFile = { version: 2, ways: backup.header.ways };
    const old = readKeyFile(configDirectory);
    // One that the same restore left when it was cut short.
    if (old !== null && !isDeepStrictEqual(old, file)) throw otherKey();
    const { now = Date.now } = restore;
    const secret = await restore.secret(backup.header.ways);
    const key = await new PassphraseGate(configDirectory).attempt(() => keyBySecret(file, secret), now);
    try {
      return await restored({ restore, backup, key, file });
    } finally {
      key.fill(0);
    }
  });
}

interface Opened {
  readonly restore: Restore;
  readonly backup: OpenBackup;
  readonly key: Uint8Array;
  readonly file: KeyFile;
}

async function restored({ restore, backup, key, file }: Opened): Promise<Restored> {
  const { configDirectory, dataDirectory, progress } = restore;
  const backupKey = derivedKey(key, 'backup');
  const total = 2 * backup.size;
  const checked = { backup, backupKey, progress: (bytes: number) => progress?.(bytes, total) };
  const bytes = await checkBackup(checked);
  const folder = new RestoreFolder(dataDirectory);
  const names = await orUnavailable(async () => {
    await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
    await folder.begin();
    try {
      await needSpace(dataDirectory, bytes + bytes / 100);
      const writing = { ...checked, progress: (done: number) => progress?.(backup.size + done, total) };
      const names = await unpack(writing, folder.path);
      await folder.placeFiles(names);
      await setStraysAside(folder.path, { dataDirectory, key });
      if (readKeyFile(configDirectory) === null) makeKeyFile(configDirectory, file);
      await folder.placeDatabase();
      return names;
    } catch (error) {
      await folder.remove().catch(() => undefined);
      throw error;
    }
  });
  progress?.(total, total);
  const store = openStore({ dataDirectory, key });
  store.audit.note({ who: 'command line', deed: 'restored' });
  store.close();
  return { madeAtMs: backup.header.madeAtMs, files: names.length };
}

/** Videos that lie in the data folder from before, and that the backup knows nothing of. */
async function setStraysAside(
  folder: string,
  { dataDirectory, key }: Pick<Restore, 'dataDirectory'> & { key: Uint8Array },
): Promise<void> {
  const database = Database.open(join(folder, databaseFileName), derivedKey(key, 'database'));
  try {
    await setStrayClipsAside(join(dataDirectory, 'clips'), database);
  } finally {
    database.close();
  }
}

async function orUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Trouble) throw cause;
    throw new Trouble('unavailable', {
      what: "The backup can't be written to the data folder.",
      advice:
        'See that the folder belongs to this user, and that its disk has space and is sound; then begin again.',
      cause,
    });
  }
}

function notEmpty(): Trouble {
  return new Trouble('refused', {
    what: 'There is a house already in the data folder, and a restore would replace it.',
    advice:
      'Move the data folder and the key file data.key away, or set LARES_DATA and LARES_CONFIG to empty folders. Nothing was changed.',
  });
}

function otherKey(): Trouble {
  return new Trouble('refused', {
    what: 'There is the key of another house in the configuration folder.',
    advice: 'Move its file data.key away, if you are sure that no data needs it. Nothing was changed.',
  });
}
