import { randomBytes } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFileName, type KeyFile, type KeyWay } from '../../contract/key-file.ts';
import { Trouble } from '../../contract/trouble.ts';
import { flush } from '../../contract/whole-file.ts';
import { removeCopies } from '../backup/copy-before-migration.ts';
import { currentKey, type Secret } from '../data-key.ts';
import { Database } from '../database.ts';
import { derivedKey } from '../derived-key.ts';
import { replaceKeyFile } from '../key-file.ts';
import { forgetKeyMark } from '../key-mark.ts';
import { migrate } from '../migrate.ts';
import { wrapByPassphrase } from '../passphrase.ts';
import { hasData } from '../store.ts';
import { databaseCopy, removeDatabaseCopy } from './database-copy.ts';
import { checkPassphrase } from './key-changes.ts';
import { KeyRing } from './key-ring.ts';
import { plainWay, wayOf } from './key-ways.ts';
import { wrapKey } from './key-wrap.ts';
import { wrapByCode } from './recovery.ts';
import { newRecoveryCode } from './recovery-code.ts';
import { rotationPurpose } from './settle-rotation.ts';

export interface Rotation extends Secret {
  readonly configDirectory: string;
  readonly dataDirectory: string;
  /** The passphrase of the new key, when one is set; may be the same as before. */
  readonly passphrase?: string | undefined;
}

export interface Rotated {
  /** A new one, when there was one: the old one opens nothing any more. */
  readonly recoveryCode: string | null;
  /** The operating system's key store kept the old key, and was not given the new one. */
  readonly leftKeyStore: boolean;
}

/**
 * A new house key. The database is written anew under it, and the keys in it are wrapped anew; pictures and videos keep
 * their own keys and are not touched. Whatever moment it is cut short at, the next start finds one whole database and
 * the key to it: the key file leads to both keys from before the new database takes the old one's place until after.
 * Throws Trouble: `unavailable` while another Lares uses the data, and as `currentKey` does.
 */
export async function rotateKey(rotation: Rotation): Promise<Rotated> {
  const { configDirectory, dataDirectory, passphrase } = rotation;
  if (!hasData(dataDirectory))
    throw new Trouble('not_found', {
      what: 'There is no data yet.',
      advice: 'Start Lares once with "npm start".',
    });
  const { file, key } = await currentKey(configDirectory, rotation);
  if (wayOf(file.ways, 'passphrase') !== undefined && passphrase === undefined)
    throw new Trouble('bad_input', {
      what: 'The new key needs a passphrase.',
      advice: 'It may stay the same.',
    });
  if (passphrase !== undefined && passphrase !== rotation.current) checkPassphrase(passphrase);
  const next = randomBytes(32);
  const recoveryCode = wayOf(file.ways, 'recovery') === undefined ? null : newRecoveryCode();
  const ways = await waysTo(next, { file, passphrase, recoveryCode });
  const old = aloneWith(join(dataDirectory, databaseFileName), key);
  try {
    const wrapped = Buffer.from(wrapKey(next, key, rotationPurpose)).toString('base64');
    replaceKeyFile(configDirectory, { version: 2, ways: file.ways, rotation: { wrapped, ways } });
    const copy = written(
      () => copyUnder(next, { old, key, dataDirectory }),
      () => {
        replaceKeyFile(configDirectory, { version: 2, ways: file.ways });
      },
    );
    forgetKeyMark(dataDirectory);
    renameSync(copy, join(dataDirectory, databaseFileName));
    flush(dataDirectory);
    replaceKeyFile(configDirectory, { version: 2, ways });
    removeCopies(join(dataDirectory, databaseFileName));
  } finally {
    old.close();
    key.fill(0);
    next.fill(0);
  }
  return { recoveryCode, leftKeyStore: wayOf(file.ways, 'operating_system') !== undefined };
}

interface Ways {
  readonly file: KeyFile;
  readonly passphrase: string | undefined;
  readonly recoveryCode: string | null;
}

/** The same kinds as before, but for the operating system's, which only Electron can seal. */
async function waysTo(key: Uint8Array, { file, passphrase, recoveryCode }: Ways): Promise<KeyWay[]> {
  const ways: KeyWay[] = [];
  if (wayOf(file.ways, 'plain') !== undefined) ways.push(plainWay(key));
  else if (passphrase !== undefined) ways.push(await wrapByPassphrase(key, passphrase));
  if (recoveryCode !== null) ways.push(wrapByCode(key, recoveryCode));
  return ways;
}

/**
 * The database, with every other program kept out until it is closed, and without a log, which would outlive it beside the
 * new one. Throws Trouble `unavailable` while another program has it open.
 */
function aloneWith(path: string, key: Uint8Array): Database {
  const database = Database.open(path, derivedKey(key, 'database'));
  try {
    migrate(database);
    database.script('PRAGMA locking_mode = exclusive; PRAGMA journal_mode = delete; BEGIN EXCLUSIVE; COMMIT');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

interface Copy {
  readonly old: Database;
  readonly key: Uint8Array;
  readonly dataDirectory: string;
}

/** Makes a whole copy of the database under the new key, on the disk when this returns; gives its path. */
function copyUnder(next: Uint8Array, { old, key, dataDirectory }: Copy): string {
  const copy = databaseCopy(dataDirectory);
  removeDatabaseCopy(dataDirectory);
  // An empty file is taken, with the mode that it has.
  writeFileSync(copy, '', { mode: 0o600, flag: 'wx' });
  old.script(`VACUUM INTO '${copy.replaceAll("'", "''")}'`);
  const database = Database.open(copy, derivedKey(key, 'database'));
  try {
    const ring = new KeyRing(database, key);
    ring.rewrap(next);
    ring.close();
    database.script('PRAGMA journal_mode = delete');
    database.script(`PRAGMA rekey = "raw:${Buffer.from(derivedKey(next, 'database')).toString('hex')}"`);
  } finally {
    database.close();
  }
  flush(copy);
  return copy;
}

/** What was written, or trouble after everything is as it was. */
function written(work: () => string, takeBack: () => void): string {
  try {
    return work();
  } catch (cause) {
    takeBack();
    if (cause instanceof Trouble) throw cause;
    throw new Trouble('unavailable', {
      what: "The database can't be written anew.",
      advice: 'See that the disk has space for a second copy of it. Nothing was changed.',
      cause,
    });
  }
}
