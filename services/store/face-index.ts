import { z } from 'zod';
import { EventId, GroupId } from '../contract/identifiers.ts';
import type { Descriptor } from '../contract/person.ts';
import type { Database } from './database.ts';

/** A face of a visit, as it is searched. */
export interface IndexedFace {
  readonly eventId: EventId;
  readonly beganAtMs: number;
  readonly groupId: GroupId | null;
  readonly face: Descriptor;
}

/** Older faces than these are not searched, so that memory stays bounded: 20,000 of 512 values are 40 MiB. */
const mostIndexed = 20_000;

/**
 * The faces of visits of one model, in memory: reading ten thousand out of the encrypted database takes longer than comparing
 * them all. It is read when it is first needed, and a row that changes is read again.
 */
export class FaceIndex {
  readonly #database: Database;
  #modelId = '';
  #faces: Map<EventId, IndexedFace> | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  /** In no order. */
  of(modelId: string): readonly IndexedFace[] {
    if (this.#faces === null || this.#modelId !== modelId) {
      const rows = this.#database.all(FaceRow, allSql, { modelId, limit: mostIndexed });
      this.#modelId = modelId;
      this.#faces = new Map(rows.map((row) => [row.event_id, indexed(row, modelId)]));
    }
    return [...this.#faces.values()];
  }

  /** This visit's face came, changed or went. */
  refresh(id: EventId): void {
    if (this.#faces === null) return;
    const row = this.#database.get(FaceRow, oneSql, { id, modelId: this.#modelId });
    if (row === null) this.#faces.delete(id);
    else this.#faces.set(id, indexed(row, this.#modelId));
  }

  /** Nothing is held in memory until it is asked for again. */
  clear(): void {
    this.#faces = null;
  }
}

const FaceRow = z.object({
  event_id: EventId,
  began_at_ms: z.number(),
  group_id: GroupId.nullable(),
  metric: z.enum(['euclidean', 'cosine']),
  embedding: z.instanceof(Uint8Array),
});

function indexed(row: z.infer<typeof FaceRow>, modelId: string): IndexedFace {
  // Copied, since a BLOB need not lie at a multiple of four bytes.
  const values = new Float32Array(Uint8Array.from(row.embedding).buffer);
  const face = { modelId, dimension: values.length, metric: row.metric, values };
  return { eventId: row.event_id, beganAtMs: row.began_at_ms, groupId: row.group_id, face };
}

const selectSql = `
  SELECT event_id, began_at_ms, group_id, metric, embedding FROM event_faces JOIN events ON events.id = event_id
  WHERE model_id = @modelId AND label <> 'nothing'`;
const allSql = `${selectSql} ORDER BY began_at_ms DESC LIMIT @limit`;
const oneSql = `${selectSql} AND event_id = @id`;
