import { existsSync, writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { z } from 'zod';
import { Trouble } from '../contract/trouble.ts';

/** What SQLite keeps in a column. */
export type Value = string | number | null | Uint8Array;
export type Parameters = Readonly<Record<string, Value>>;

/**
 * The encrypted database: every page, and the write-ahead log, in ChaCha20-Poly1305 of SQLite3 Multiple Ciphers with a
 * raw key (https://utelle.github.io/SQLite3MultipleCiphers/docs/ciphers/cipher_chacha20/). Temporary tables stay in
 * memory and deleted rows are overwritten, so that nothing lies in clear or longer than it should. Rows come out through
 * a zod schema: what the file holds is parsed at this door.
 */
export class Database {
  readonly #sqlite: Sqlite.Database;
  readonly #statements = new Map<string, Sqlite.Statement>();

  private constructor(sqlite: Sqlite.Database) {
    this.#sqlite = sqlite;
  }

  /** `key`: 32 bytes. Makes the file when it is missing. Throws Trouble `damaged` when the pages can't be read with this key. */
  static open(file: string, key: Uint8Array): Database {
    // The log and its index take the mode of the database, which SQLite alone would leave open to read.
    if (!existsSync(file)) writeFileSync(file, '', { mode: 0o600 });
    const sqlite = new Sqlite(file, { timeout: 5000 });
    try {
      unlock(sqlite, key);
      return new Database(sqlite);
    } catch (error) {
      sqlite.close();
      throw troubleOf(error);
    }
  }

  /** Runs one statement; returns how many rows it changed. */
  run(sql: string, parameters: Parameters = {}): number {
    return told(() => this.#prepare(sql).run(parameters).changes);
  }

  /** The first row, or null. */
  get<T>(row: z.ZodType<T>, sql: string, parameters: Parameters = {}): T | null {
    const found = told(() => this.#prepare(sql).get(parameters));
    return found === undefined ? null : parsed(row, found);
  }

  all<T>(row: z.ZodType<T>, sql: string, parameters: Parameters = {}): T[] {
    return told(() => this.#prepare(sql).all(parameters)).map((found) => parsed(row, found));
  }

  /** Several statements without parameters, as a migration has them. */
  script(sql: string): void {
    told(() => this.#sqlite.exec(sql));
  }

  /** All or nothing; taken at once (`BEGIN IMMEDIATE`), so that a reader never has to become a writer half way. */
  transaction<T>(work: () => T): T {
    return told(() => this.#sqlite.transaction(work).immediate());
  }

  /** What is changed is on the disk when it returns, also for a loss of power; otherwise that is only sure a while later. */
  durably<T>(work: () => T): T {
    // Within a transaction it can't be asked for, and is as durable as that.
    if (this.#sqlite.inTransaction) return work();
    this.#sqlite.pragma('synchronous = full');
    try {
      return work();
    } finally {
      this.#sqlite.pragma('synchronous = normal');
    }
  }

  /**
   * Leaves nothing of what was deleted in the files: the pages are written anew (`secure_delete` overwrites rows, not the copies
   * that moving them within a page leaves behind), and the write-ahead log is emptied. False while another program reads.
   */
  scrub(): boolean {
    try {
      this.#sqlite.exec('VACUUM');
      this.owesScrub = false;
      return this.emptyLog();
    } catch (error) {
      if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false;
      throw troubleOf(error);
    }
  }

  /** Moves the write-ahead log into the database and empties it; false while another program reads. */
  emptyLog(): boolean {
    const [result] = told(() => this.#prepare('PRAGMA wal_checkpoint(TRUNCATE)').all());
    return z.object({ busy: z.literal(0) }).safeParse(result).success;
  }

  /** Where it is. */
  get file(): string {
    return this.#sqlite.name;
  }

  get version(): number {
    return Number(this.#sqlite.pragma('user_version', { simple: true }));
  }

  /** Counted inside the transaction of the migration that it belongs to. */
  set version(version: number) {
    this.#sqlite.pragma(`user_version = ${Math.trunc(version)}`);
  }

  /** Whether something was deleted of which a scrub was to leave nothing, and which was cut short before it. */
  get owesScrub(): boolean {
    return this.#sqlite.pragma('application_id', { simple: true }) === owing;
  }

  /** Set inside the transaction that deletes. */
  set owesScrub(owes: boolean) {
    this.#sqlite.pragma(`application_id = ${owes ? owing : 0}`);
  }

  close(): void {
    this.#statements.clear();
    this.#sqlite.close();
  }

  #prepare(sql: string): Sqlite.Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#sqlite.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

/** In the header's field for applications, which nobody else writes and which a transaction covers. */
const owing = 1;

function unlock(sqlite: Sqlite.Database, key: Uint8Array): void {
  sqlite.pragma("cipher = 'chacha20'");
  // The prefix makes it the key itself and not a passphrase, which would cost 130 ms of derivation at every start.
  sqlite.pragma(`key = "raw:${Buffer.from(key).toString('hex')}"`);
  sqlite.pragma('temp_store = memory');
  sqlite.pragma('journal_mode = wal');
  sqlite.pragma('synchronous = normal');
  sqlite.pragma('foreign_keys = on');
  sqlite.pragma('secure_delete = on');
  sqlite.pragma('trusted_schema = off');
  sqlite.prepare('SELECT count(*) FROM sqlite_schema').get();
}

function parsed<T>(row: z.ZodType<T>, found: unknown): T {
  const result = row.safeParse(found);
  if (result.success) return result.data;
  // The cause says which column is wrong, never its value.
  throw damaged(new Error(result.error.issues.map((issue) => issue.path.join('.')).join(', ')));
}

function told<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw troubleOf(error);
  }
}

/** SQLite's own result codes (https://sqlite.org/rescode.html) as trouble; everything else is our bug and goes on as it is. */
function troubleOf(error: unknown): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error;
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(error.code)) return damaged(error);
  if (error.code.startsWith('SQLITE_FULL'))
    return new Trouble('unavailable', {
      what: 'The disk is full, so that nothing more can be remembered.',
      advice: 'Free some space on the disk that holds the data folder.',
      cause: error,
    });
  if (/^SQLITE_(READONLY|CANTOPEN|IOERR|PERM)/.test(error.code))
    return new Trouble('unavailable', {
      what: "Lares' database can't be read or written.",
      advice: 'See that the data folder exists, is writable by this user, and that its disk is sound.',
      cause: error,
    });
  if (error.code.startsWith('SQLITE_BUSY'))
    return new Trouble('unavailable', {
      what: "Another program keeps Lares' database busy.",
      advice: 'Close the other Lares that uses the same data folder.',
      cause: error,
    });
  return error;
}

function damaged(cause: unknown): Trouble {
  return new Trouble('damaged', {
    what: "Lares' database is damaged or belongs to another key.",
    advice:
      'Put back the data folder together with its key file from a backup; the damaged file was left as it is.',
    cause,
  });
}
