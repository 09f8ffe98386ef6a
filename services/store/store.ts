import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clips } from '../contract/clip.ts';
import { databaseFileName } from '../contract/key-file.ts';
import { Trouble } from '../contract/trouble.ts';
import { MemberTable } from './access/members.ts';
import { WaitTable } from './access/waits.ts';
import { AuditTable } from './audit.ts';
import { type BackupSource, backupSource, forgetSource } from './backup/backup-source.ts';
import { copyBeforeMigration, removeCopies } from './backup/copy-before-migration.ts';
import { removeDamaged } from './backup/set-aside.ts';
import { ClipDisk } from './clips/clip-disk.ts';
import { ClipRows } from './clips/clip-rows.ts';
import { ClipTable } from './clips/clip-table.ts';
import { CountTable } from './counts.ts';
import { Database } from './database.ts';
import { DiskProbe } from './disk-probe.ts';
import { derivedKey } from './derived-key.ts';
import { Erasure } from './erasure.ts';
import { EventFaceTable } from './event-faces.ts';
import { EventTable } from './events.ts';
import { FaceIndex } from './face-index.ts';
import { FaceTable } from './faces.ts';
import { GroupTable } from './groups.ts';
import { removeDatabaseCopy } from './keys/database-copy.ts';
import { KeyRing } from './keys/key-ring.ts';
import { checkKeyMark, writeKeyMark } from './key-mark.ts';
import { auditVersion, migrate, migrations } from './migrate.ts';
import { MistakeTable } from './mistakes.ts';
import { NotThemTable } from './not-them.ts';
import { PersonTable } from './people.ts';
import { RecordingTable } from './recordings.ts';
import { RetentionTable } from './retention.ts';
import { SearchTable } from './search.ts';
import { SettingsTable } from './settings.ts';
import { ShoppingTable } from './shopping.ts';
import { SpanTable } from './spans.ts';
import { StaleFaceTable } from './stale-faces.ts';
import { TimelineTable } from './timeline.ts';
import { TimerTable } from './timers.ts';
import { TranscriptTable } from './transcript.ts';
import { Vault, type VaultItem } from './vault.ts';
import { WakeModelTable } from './wake-models.ts';
import { WakeSampleTable } from './wake-samples.ts';

/** What the household remembers. Only the hub opens it. */
export interface Store {
  readonly events: EventTable;
  readonly eventFaces: EventFaceTable;
  readonly counts: CountTable;
  readonly timeline: TimelineTable;
  readonly mistakes: MistakeTable;
  readonly audit: AuditTable;
  readonly members: MemberTable;
  readonly waits: WaitTable;
  readonly search: SearchTable;
  readonly people: PersonTable;
  readonly faces: FaceTable;
  readonly notThem: NotThemTable;
  readonly groups: GroupTable;
  readonly staleFaces: StaleFaceTable;
  readonly erasure: Erasure;
  readonly spans: SpanTable;
  /** How many bytes a kept picture has; 0 when there is none. */
  readonly pictureSize: (item: VaultItem) => Promise<number>;
  readonly settings: SettingsTable;
  readonly transcript: TranscriptTable;
  readonly shopping: ShoppingTable;
  readonly timers: TimerTable;
  readonly recordings: RecordingTable;
  readonly wakeModels: WakeModelTable;
  readonly wakeSamples: WakeSampleTable;
  readonly clips: Clips;
  readonly retention: RetentionTable;
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
  const database = Database.open(join(dataDirectory, databaseFileName), derivedKey(key, 'database'));
  try {
    removeDatabaseCopy(dataDirectory);
    const keys = new KeyRing(database, key);
    const audit = migrated({ database, keys, now });
    writeKeyMark(dataDirectory, key);
    // What was deleted before a crash may still stand in the log.
    if (database.owesScrub) {
      removeCopies(database.file);
      removeDamaged(database.file);
      database.scrub();
    } else database.emptyLog();
    const vault = openVault(join(dataDirectory, 'vault'), keys, key);
    const clipDirectory = join(dataDirectory, 'clips');
    const disk = new ClipDisk(clipDirectory);
    const backup = backupSource(dataDirectory, key);
    return {
      ...tablesOf({ database, vault, now }),
      audit,
      spans: new SpanTable(database),
      clips: new ClipTable({ rows: new ClipRows(database), keys, disk }),
      disk: new DiskProbe(clipDirectory),
      backup,
      close: () => {
        forgetSource(backup);
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

function tablesOf(opened: {
  database: Database;
  vault: Vault;
  now: () => number;
}): Omit<Store, 'audit' | 'spans' | 'clips' | 'disk' | 'backup' | 'close'> {
  const { database } = opened;
  const parts = { ...opened, index: new FaceIndex(database) };
  const transcript = new TranscriptTable(database);
  transcript.indexAll();
  const eventFaces = new EventFaceTable(parts);
  const events = new EventTable({ ...parts, faces: eventFaces });
  const faces = new FaceTable(parts);
  const notThem = new NotThemTable(parts);
  const people = new PersonTable({ ...parts, faces, notThem, transcript });
  return {
    events,
    eventFaces,
    counts: new CountTable(database),
    timeline: new TimelineTable(database),
    mistakes: new MistakeTable(parts),
    search: new SearchTable({ database, events, transcript }),
    people,
    faces,
    notThem,
    groups: new GroupTable(parts),
    staleFaces: new StaleFaceTable(parts),
    erasure: new Erasure({ ...parts, people }),
    pictureSize: (item) => parts.vault.size(item),
    members: new MemberTable(parts),
    waits: new WaitTable(parts),
    settings: new SettingsTable(parts),
    transcript,
    shopping: new ShoppingTable(parts),
    timers: new TimerTable(parts),
    recordings: new RecordingTable(parts),
    retention: new RetentionTable(database),
    wakeModels: new WakeModelTable(parts),
    wakeSamples: new WakeSampleTable(parts),
  };
}

/** Pictures from before keys were wrapped are sealed by what comes from the house's key of then, which is kept for them. */
function openVault(directory: string, keys: KeyRing, key: Uint8Array): Vault {
  const owner = { owner: 'vault', id: 'root' } as const;
  if (existsSync(directory) && keys.find(owner) === null) keys.adopt(owner, key);
  return new Vault({ directory, keys, root: keys.keyOf(owner) });
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
