import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Database } from '../database.ts';
import { derivedKey } from '../derived-key.ts';
import type { VaultItem } from '../vault.ts';
import { unwrapKey, wrapKey } from './key-wrap.ts';

/** Whose key. */
export interface KeyOwner {
  readonly owner: 'camera' | 'audit' | 'vault' | VaultItem['kind'];
  readonly id: string;
}

/**
 * The keys right below the house's: random, one for each camera, each picture and the audit, wrapped by a key that comes from
 * the house's and kept in the database. To forget one is to forget everything that it locks, wherever copies of that may lie.
 * What is made here is on the disk before anything relies on it.
 */
export class KeyRing {
  readonly #database: Database;
  readonly #wrapping: Uint8Array;

  /** `houseKey`: 32 bytes. */
  constructor(database: Database, houseKey: Uint8Array) {
    this.#database = database;
    this.#wrapping = derivedKey(houseKey, 'key wrapping');
  }

  /** 32 bytes, made when there is none yet. Throws Trouble `damaged`. */
  keyOf(owner: KeyOwner): Uint8Array {
    const known = this.find(owner);
    if (known !== null) return known;
    const made = new Uint8Array(randomBytes(32));
    this.#put(owner, made);
    return this.find(owner) ?? made;
  }

  /** Null when there is none. Throws Trouble `damaged`. */
  find(owner: KeyOwner): Uint8Array | null {
    const sql = 'SELECT wrapped FROM keys WHERE owner = @owner AND id = @id';
    const row = this.#database.get(WrappedRow, sql, { ...owner });
    return row === null ? null : unwrapKey(row.wrapped, this.#wrapping, nameOf(owner));
  }

  /** Keeps a key that there was before. A key that is known already stays. */
  adopt(owner: KeyOwner, key: Uint8Array): void {
    this.#put(owner, key);
  }

  /** All keys, under another house key from now on. All or none. */
  rewrap(houseKey: Uint8Array): void {
    const wrapping = derivedKey(houseKey, 'key wrapping');
    this.#database.transaction(() => {
      for (let after = { owner: '', id: '' }; ;) {
        const rows = this.#database.all(Row, someSql, after);
        for (const { owner, id, wrapped } of rows) {
          const name = `${owner} ${id}`;
          const again = wrapKey(unwrapKey(wrapped, this.#wrapping, name), wrapping, name);
          const sql = 'UPDATE keys SET wrapped = @again WHERE owner = @owner AND id = @id';
          this.#database.run(sql, { owner, id, again });
        }
        const last = rows.at(-1);
        if (last === undefined) break;
        after = { owner: last.owner, id: last.id };
      }
    });
    wrapping.fill(0);
  }

  /** False when there was none. */
  forget(owner: KeyOwner): boolean {
    const sql = 'DELETE FROM keys WHERE owner = @owner AND id = @id';
    return this.#database.run(sql, { ...owner }) > 0;
  }

  /** Another process may have made one at the same moment: then that one holds. */
  #put(owner: KeyOwner, key: Uint8Array): void {
    const wrapped = wrapKey(key, this.#wrapping, nameOf(owner));
    const sql = 'INSERT OR IGNORE INTO keys (owner, id, wrapped) VALUES (@owner, @id, @wrapped)';
    this.#database.durably(() => this.#database.run(sql, { ...owner, wrapped }));
  }

  /** Leaves no key in memory. Nothing may be asked afterwards. */
  close(): void {
    this.#wrapping.fill(0);
  }
}

/** A house with a picture of each visit has too many to hold at once. */
const someSql = `
  SELECT owner, id, wrapped FROM keys WHERE (owner, id) > (@owner, @id) ORDER BY owner, id LIMIT 5000`;

const WrappedRow = z.object({ wrapped: z.instanceof(Uint8Array) });
const Row = WrappedRow.extend({ owner: z.string(), id: z.string() });

function nameOf({ owner, id }: KeyOwner): string {
  return `${owner} ${id}`;
}
