import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFileName } from '../contract/key-file.ts';
import { Trouble } from '../contract/trouble.ts';
import { Database } from './database.ts';
import { derivedKey } from './derived-key.ts';
import { EventTable } from './events.ts';
import { checkKeyMark, writeKeyMark } from './key-mark.ts';
import { migrate } from './migrate.ts';
import { PersonTable } from './people.ts';
import { SettingsTable } from './settings.ts';
import { TranscriptTable } from './transcript.ts';
import { Vault } from './vault.ts';

/** What the household remembers. Only the hub opens it. */
export interface Store {
  readonly events: EventTable;
  readonly people: PersonTable;
  readonly settings: SettingsTable;
  readonly transcript: TranscriptTable;
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

/**
 * Opens the encrypted database and the folder of encrypted pictures; makes them at first start. Throws Trouble `locked`
 * when the data belongs to another key, `damaged` when it can't be read, `unavailable` when the folder can't be used.
 */
export function openStore({ dataDirectory, key, now = Date.now }: StoreOptions): Store {
  if (key.length !== 32) throw new Error(`the data key has 32 bytes, not ${key.length}`);
  prepare(dataDirectory, key);
  const database = Database.open(join(dataDirectory, databaseFileName), derivedKey(key, 'database'));
  try {
    migrate(database);
    writeKeyMark(dataDirectory, key);
    const vault = new Vault(join(dataDirectory, 'vault'), key);
    const transcript = new TranscriptTable(database);
    return {
      events: new EventTable({ database, vault, now }),
      people: new PersonTable({ database, vault, transcript, now }),
      settings: new SettingsTable({ database, now }),
      transcript,
      close: () => {
        database.close();
      },
    };
  } catch (error) {
    database.close();
    throw error;
  }
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
