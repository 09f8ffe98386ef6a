import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { EventId, FaceId, PersonId } from '../contract/identifiers.ts';
import { type FaceDescriptor, FaceOrigin, type GalleryFace } from '../contract/person.ts';
import { Trouble } from '../contract/trouble.ts';
import type { Database } from './database.ts';
import {
  embeddingColumns,
  embeddingNames,
  JudgedEmbeddingRow,
  judgedColumns,
  judgedNames,
} from './embedding.ts';
import { type FaceRecord, FaceRow } from './person-record.ts';
import type { Vault } from './vault.ts';

/** A face to keep of somebody. */
export interface NewFace {
  readonly personId: PersonId;
  readonly face: FaceDescriptor;
  readonly origin: FaceOrigin;
  /** The visit that it was seen in. */
  readonly eventId?: EventId | undefined;
}

/** The faces that people are recognised by, each with its encrypted picture. */
export class FaceTable {
  readonly #database: Database;
  readonly #vault: Vault;
  readonly #now: () => number;

  constructor(parts: { database: Database; vault: Vault; now: () => number }) {
    this.#database = parts.database;
    this.#vault = parts.vault;
    this.#now = parts.now;
  }

  /** Throws Trouble `not_found` when the person is gone or about to be erased; then nothing is kept. */
  async add({ personId, face, origin, eventId }: NewFace): Promise<FaceId> {
    const id = FaceId.parse(randomUUID());
    const columns = { ...embeddingColumns(face), ...judgedColumns(face) };
    const row = { id, personId, origin, eventId: eventId ?? null, now: this.#now(), ...columns };
    if (this.#database.run(addSql, row) === 0) throw notFound();
    // The row first: whatever happens in between, there is no picture that an erasure does not know of.
    try {
      await this.#vault.put({ kind: 'person_face', id }, face.crop);
    } catch (error) {
      this.#database.run('DELETE FROM faces WHERE id = @id', { id });
      throw error;
    }
    return id;
  }

  /** In the order in which they came. */
  of(personId: PersonId): FaceRecord[] {
    const sql = `SELECT id, origin, added_at_ms, model_id, ${judgedNames} FROM faces WHERE person_id = @personId ${order}`;
    return this.#database.all(FaceRow, sql, { personId });
  }

  gallery(personId: PersonId): GalleryFace[] {
    const sql = `SELECT id, origin, ${embeddingNames}, ${judgedNames} FROM faces WHERE person_id = @personId ${order}`;
    return this.#database.all(GalleryRow, sql, { personId });
  }

  /** The JPEG of a face; null when there is none. */
  async picture(id: FaceId): Promise<Uint8Array | null> {
    return this.#vault.get({ kind: 'person_face', id });
  }

  /** Of this visit, and whose they are said to be. */
  fromEvent(eventId: EventId): { readonly id: FaceId; readonly personId: PersonId }[] {
    const sql = 'SELECT id, person_id FROM faces WHERE event_id = @eventId';
    return this.#database.all(OwnerRow, sql, { eventId });
  }

  /** The visits that these faces were seen in. */
  eventsOf(ids: readonly FaceId[]): EventId[] {
    const sql = 'SELECT event_id FROM faces WHERE id = @id AND event_id IS NOT NULL';
    return ids.flatMap((id) => this.#database.all(EventIdRow, sql, { id }).map(({ event_id }) => event_id));
  }

  /** These faces are somebody else's from now on. All or none. */
  move(ids: readonly FaceId[], to: PersonId): void {
    this.#database.transaction(() => {
      for (const id of ids) this.#database.run('UPDATE faces SET person_id = @to WHERE id = @id', { id, to });
    });
  }

  async remove(id: FaceId): Promise<void> {
    await this.#vault.remove({ kind: 'person_face', id });
    this.#database.run('DELETE FROM faces WHERE id = @id', { id });
  }
}

const order = 'ORDER BY added_at_ms, rowid';

const addSql = `
  INSERT INTO faces (id, person_id, origin, event_id, ${embeddingNames}, ${judgedNames}, added_at_ms)
  SELECT @id, id, @origin, (SELECT id FROM events WHERE id = @eventId), @modelId, @dimension, @metric, @embedding,
         @quality, @yaw, @pitch, @roll, @now
  FROM people WHERE id = @personId AND leaves_at_ms IS NULL`;

const GalleryRow = z.object({ id: FaceId, origin: FaceOrigin }).and(JudgedEmbeddingRow);
const OwnerRow = z
  .object({ id: FaceId, person_id: PersonId })
  .transform((row) => ({ id: row.id, personId: row.person_id }));
const EventIdRow = z.object({ event_id: EventId });

function notFound(): Trouble {
  return new Trouble('not_found', {
    what: 'This person is not there any more.',
    advice: 'Look at the list of people again.',
  });
}
