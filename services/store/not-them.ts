import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { EventId, PersonId } from '../contract/identifiers.ts';
import type { Descriptor, FaceDescriptor } from '../contract/person.ts';
import type { Database } from './database.ts';
import { embeddingColumns, EmbeddingRow, embeddingNames } from './embedding.ts';
import type { Vault } from './vault.ts';

/** More would only slow every comparison: the oldest goes first. */
export const mostNotThem = 20;

/**
 * Faces of which the owner said that they are not this person. Their crops are kept too, so that the correction outlives a
 * change of the embedder; they go with the person.
 */
export class NotThemTable {
  readonly #database: Database;
  readonly #vault: Vault;
  readonly #now: () => number;

  constructor(parts: { database: Database; vault: Vault; now: () => number }) {
    this.#database = parts.database;
    this.#vault = parts.vault;
    this.#now = parts.now;
  }

  /** Of somebody who is gone meanwhile nothing is kept. */
  async add(personId: PersonId, eventId: EventId, face: FaceDescriptor): Promise<void> {
    const id = randomUUID();
    const row = { id, personId, eventId, now: this.#now(), ...embeddingColumns(face) };
    if (this.#database.run(addSql, row) === 0) return;
    // The row first: whatever happens in between, there is no picture that an erasure does not know of.
    try {
      await this.#vault.put({ kind: 'not_them', id }, face.crop);
    } catch (error) {
      this.#database.run('DELETE FROM not_them WHERE id = @id', { id });
      throw error;
    }
    const sql = `SELECT id FROM not_them WHERE person_id = @personId ORDER BY at_ms DESC, rowid DESC LIMIT -1 OFFSET @kept`;
    await this.#remove(this.#ids(sql, { personId, kept: mostNotThem }));
  }

  /** Oldest first. */
  of(personId: PersonId): Descriptor[] {
    const sql = `SELECT ${embeddingNames} FROM not_them WHERE person_id = @personId ORDER BY at_ms, rowid`;
    return this.#database.all(EmbeddingRow, sql, { personId });
  }

  /** What the owner said of everybody else. */
  ofOthers(personId: PersonId): { readonly id: string; readonly face: Descriptor }[] {
    const sql = `SELECT id, ${embeddingNames} FROM not_them WHERE person_id <> @personId`;
    const rows = this.#database.all(IdRow.and(EmbeddingRow), sql, { personId });
    return rows.map(({ id, ...face }) => ({ id, face }));
  }

  async forget(ids: readonly string[]): Promise<void> {
    await this.#remove(ids);
  }

  /** The owner says that it was this person after all. */
  async takeBack(personId: PersonId, eventId: EventId): Promise<void> {
    const sql = 'SELECT id FROM not_them WHERE person_id = @personId AND event_id = @eventId';
    await this.#remove(this.#ids(sql, { personId, eventId }));
  }

  /** What was said of visits that are this person's, as a merge finds it: nobody is not themselves. */
  async takeBackOwn(personId: PersonId): Promise<void> {
    const sql = `SELECT not_them.id FROM not_them JOIN events ON events.id = event_id
                 WHERE not_them.person_id = @personId AND events.person_id = @personId`;
    await this.#remove(this.#ids(sql, { personId }));
  }

  #ids(sql: string, parameters: Readonly<Record<string, string | number>>): string[] {
    return this.#database.all(IdRow, sql, parameters).map(({ id }) => id);
  }

  async #remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      await this.#vault.remove({ kind: 'not_them', id });
      this.#database.run('DELETE FROM not_them WHERE id = @id', { id });
    }
  }
}

const IdRow = z.object({ id: z.string() });

const addSql = `
  INSERT INTO not_them (id, person_id, event_id, ${embeddingNames}, at_ms)
  SELECT @id, id, (SELECT id FROM events WHERE id = @eventId), @modelId, @dimension, @metric, @embedding, @now
  FROM people WHERE id = @personId AND leaves_at_ms IS NULL`;
