import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clips } from '../contract/clip.ts';
import { databaseFileName } from '../contract/key-file.ts';
import { Trouble } from '../contract/trouble.ts';
import { AuditTable } from './audit.ts';
import { type BackupSource, backupSource, forgetSource } from './backup/backup-source.ts';
import { copyBeforeMigration, removeCopies } from './backup/copy-before-migration.ts';
import { removeDamaged } from './backup/set-aside.ts';
import { ClipDisk } from './clips/clip-disk.ts';
import { ClipRows } from './clips/clip-rows.ts';
import { ClipTable } from './clips/clip-table.ts';
import { Database } from './database.ts';
import { DiskProbe } from './disk-probe.ts';
import { derivedKey } from './derived-key.ts';
import { removeDatabaseCopy } from './keys/database-copy.ts';
import { KeyRing } from './keys/key-ring.ts';
import { checkKeyMark, writeKeyMark } from './key-mark.ts';
import { auditVersion, migrate, migrations } from './migrate.ts';
import { type Tables, tablesOf } from './tables.ts';
import { Vault } from './vault.ts';

/** What the household remembers. Only the hub opens it. */
export interface Store extends Tables {
  readonly audit: AuditTable;
  readonly clips: Clips;
  /** The disk that video goes to. */
  readonly disk: DiskProbe;
  /** What a backup is made of; its keys are gone once the store is closed. */
  readonly backup: BackupSource;
  /** May be called again. Nothing may be asked of the store afterwards. */
  close(): void;
}

export interface StoreOptions {
  readonly dataDirectory: string;
  /** The data key, 32 bytes. */
  readonly key: Uint8Array;
  /** Milliseconds since 1970; the machine's clock by default. */
  readonly now?: () => number;
}

/** Whether there is anything that a new key would make unreadable. */
export function hasData(dataDirectory: string): boolean {
  return existsSync(join(dataDirectory, databaseFileName));
}

/** Whether the data is this key's. Throws Trouble `unavailable` while another program keeps it for itself. */
export function keyFits(dataDirectory: string, key: Uint8Array): boolean {
  if (!hasData(dataDirectory)) return false;
  try {
    Database.open(join(dataDirectory, databaseFileName), derivedKey(key, 'database')).close();
    return true;
  } catch (error) {
    if (error instanceof Trouble && error.code === 'damaged') return false;
    throw error;
  }
}

/**
 * Opens the encrypted database and the folder of encrypted pictures; makes them at first start. Throws Trouble `locked`
 * when the data belongs to another key, `damaged` when it can't be read, `unavailable` when the folder can't be used.
 */
export function openStore({ dataDirectory, key, now = Date.now }: StoreOptions): Store {
  if (key.length !== 32) throw new Error(`the data key has 32 bytes, not ${key.length}`);
  prepare(dataDirectory, key);
  const databaseKey = derivedKey(key, 'database');
  const database = Database.open(join(dataDirectory, databaseFileName), databaseKey);
  databaseKey.fill(0);
  try {
    removeDatabaseCopy(dataDirectory);
    const keys = new KeyRing(database, key);
    const audit = migrated({ database, keys, now });
    writeKeyMark(dataDirectory, key);
    leaveNothingDeleted(database);
    const vault = openVault(join(dataDirectory, 'vault'), keys, key);
    const clipDirectory = join(dataDirectory, 'clips');
    const disk = new ClipDisk(clipDirectory);
    const clips = new ClipTable({ rows: new ClipRows(database), keys, disk });
    const backup = backupSource(dataDirectory, key);
    return {
      ...tablesOf({ database, vault, now }),
      audit,
      clips,
      disk: new DiskProbe(clipDirectory),
      backup,
      close: () => {
        forgetSource(backup);
        clips.close();
        audit.close();
        vault.close();
        keys.close();
        database.close();
      },
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** The audit begins with the tables that it is kept in, or not at all: a missing seal is a flaw from then on. */
function migrated(opened: { database: Database; keys: KeyRing; now: () => number }): AuditTable {
  const { database, keys, now } = opened;
  copyBeforeMigration(database, migrations.length);
  return database.transaction(() => {
    const isNew = database.version < auditVersion;
    migrate(database);
    // A random key below the house's own: it outlives a rotation of that.
    const audit = new AuditTable({ database, key: keys.keyOf({ owner: 'audit', id: 'chain' }), now });
    if (isNew) audit.begin();
    return audit;
  });
}

/** What was deleted before a crash may still stand in the log, or be owed a scrub. */
function leaveNothingDeleted(database: Database): void {
  if (!database.owesScrub) {
    database.emptyLog();
    return;
  }
  removeCopies(database.file);
  removeDamaged(database.file);
  database.scrub();
}

/** Pictures from before keys were wrapped are sealed by what comes from the house's key of then, which is kept for them. */
function openVault(directory: string, keys: KeyRing, key: Uint8Array): Vault {
  const owner = { owner: 'vault', id: 'root' } as const;
  if (existsSync(directory) && keys.find(owner) === null) keys.adopt(owner, key);
  const root = keys.keyOf(owner);
  const vault = new Vault({ directory, keys, root });
  // The vault has made its own keys of it.
  root.fill(0);
  return vault;
}

function prepare(dataDirectory: string, key: Uint8Array): void {
  try {
    mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
    chmodSync(dataDirectory, 0o700);
    checkKeyMark(dataDirectory, key);
  } catch (cause) {
    if (cause instanceof Trouble) throw cause;
    throw new Trouble('unavailable', {
      what: "The data folder can't be made or written.",
      advice: 'See that its disk is there and has space, and that the folder belongs to this user.',
      cause,
    });
  }
}
