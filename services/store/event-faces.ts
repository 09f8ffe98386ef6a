import { z } from 'zod';
import { EventId } from '../contract/identifiers.ts';
import type { Descriptor, FaceDescriptor } from '../contract/person.ts';
import type { Database } from './database.ts';
import {
  embeddingColumns,
  embeddingNames,
  isComparable,
  JudgedEmbeddingRow,
  judgedColumns,
  judgedNames,
} from './embedding.ts';
import type { FaceIndex, IndexedFace } from './face-index.ts';
import type { Vault } from './vault.ts';

/** The best face of each visit. Those of visits without a name are kept for some days only. */
export class EventFaceTable {
  readonly #database: Database;
  readonly #vault: Vault;
  readonly #index: FaceIndex;

  constructor(parts: { database: Database; vault: Vault; index: FaceIndex }) {
    this.#database = parts.database;
    this.#vault = parts.vault;
    this.#index = parts.index;
  }

  /** The face of an event that was removed meanwhile is not kept, nor one that can't be compared with any. */
  async put(id: EventId, face: FaceDescriptor): Promise<void> {
    if (!isComparable(face)) return;
    const columns = { ...embeddingColumns(face), ...judgedColumns(face), liveness: face.liveness ?? null };
    await this.#vault.put({ kind: 'event_face', id }, face.crop);
    const kept = this.#database.run(putSql, { id, ...columns });
    this.#index.refresh(id);
    if (kept === 0) await this.#vault.remove({ kind: 'event_face', id });
  }

  async get(id: EventId): Promise<FaceDescriptor | null> {
    const face = this.descriptor(id);
    const crop = await this.#vault.get({ kind: 'event_face', id });
    return face === null || crop === null ? null : { ...face, crop };
  }

  descriptor(id: EventId): Descriptor | null {
    const sql = `SELECT ${embeddingNames}, ${judgedNames}, liveness AS living FROM event_faces WHERE event_id = @id`;
    const row = this.#database.get(LivingRow.and(JudgedEmbeddingRow), sql, { id });
    if (row === null) return null;
    const { living, ...face } = row;
    return living === null ? face : { ...face, liveness: living };
  }

  /** The newest 20,000 kept faces of this model, in no order. */
  all(modelId: string): readonly IndexedFace[] {
    return this.#index.of(modelId);
  }

  /** Visits without a name that ended before this time, by default also those that go on, whose faces are still kept. */
  nameless(beforeMs = Number.POSITIVE_INFINITY): EventId[] {
    return this.#database.all(IdRow, namelessSql, { beforeMs }).map(({ event_id }) => event_id);
  }

  /** Descriptor and crop go, the event stays. */
  async forget(id: EventId): Promise<void> {
    await this.#vault.remove({ kind: 'event_face', id });
    this.#database.run('DELETE FROM event_faces WHERE event_id = @id', { id });
    this.#index.refresh(id);
    // Once more, for a face that came meanwhile.
    await this.#vault.remove({ kind: 'event_face', id });
  }
}

/** Under another name, since a descriptor has none rather than null. */
const LivingRow = z.object({ living: z.number().nullable() });
const IdRow = z.object({ event_id: EventId });
const putSql = `
  INSERT INTO event_faces (event_id, ${embeddingNames}, ${judgedNames}, liveness)
  SELECT id, @modelId, @dimension, @metric, @embedding, @quality, @yaw, @pitch, @roll, @liveness
  FROM events WHERE id = @id
  ON CONFLICT (event_id) DO UPDATE SET
    model_id = excluded.model_id, dimension = excluded.dimension, metric = excluded.metric,
    embedding = excluded.embedding, quality = excluded.quality, yaw = excluded.yaw, pitch = excluded.pitch,
    roll = excluded.roll, liveness = excluded.liveness`;

/** The end of JavaScript's time: when what goes on will have ended. */
const latestMs = 8.64e15;

const namelessSql = `
  SELECT event_id FROM event_faces JOIN events ON events.id = event_id
  WHERE identity <> 'known' AND ifnull(ended_at_ms, ${latestMs}) < @beforeMs ORDER BY ended_at_ms`;
