import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Database } from '../database.ts';
import { derivedKey } from '../derived-key.ts';
import { unwrapKey, wrapKey } from './key-wrap.ts';

/** Whose key. */
export interface KeyOwner {
  readonly owner: 'camera';
  readonly id: string;
}

/**
 * The keys right below the house's: random, one for each camera, wrapped by a key that comes from the house's and kept in
 * the database. To forget one is to forget everything that it locks, wherever copies of that may lie.
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
    const wrapped = wrapKey(randomBytes(32), this.#wrapping, nameOf(owner));
    // Another process may have made one at the same moment: then that one holds.
    this.#database.run('INSERT OR IGNORE INTO keys (owner, id, wrapped) VALUES (@owner, @id, @wrapped)', {
      ...owner,
      wrapped,
    });
    return this.find(owner) ?? unwrapKey(wrapped, this.#wrapping, nameOf(owner));
  }

  /** Null when there is none. Throws Trouble `damaged`. */
  find(owner: KeyOwner): Uint8Array | null {
    const sql = 'SELECT wrapped FROM keys WHERE owner = @owner AND id = @id';
    const row = this.#database.get(WrappedRow, sql, { ...owner });
    return row === null ? null : unwrapKey(row.wrapped, this.#wrapping, nameOf(owner));
  }

  /** False when there was none. */
  forget(owner: KeyOwner): boolean {
    return this.#database.run('DELETE FROM keys WHERE owner = @owner AND id = @id', { ...owner }) > 0;
  }

  /** Leaves no key in memory. Nothing may be asked afterwards. */
  close(): void {
    this.#wrapping.fill(0);
  }
}

const WrappedRow = z.object({ wrapped: z.instanceof(Uint8Array) });

function nameOf({ owner, id }: KeyOwner): string {
  return `${owner} ${id}`;
}
