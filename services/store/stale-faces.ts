import { z } from 'zod';
import { EventId } from '../contract/identifiers.ts';
import type { Descriptor } from '../contract/person.ts';
import type { Database } from './database.ts';
import { embeddingColumns } from './embedding.ts';
import type { FaceIndex } from './face-index.ts';
import { unlessDamaged } from './unless-damaged.ts';
import type { Vault } from './vault.ts';

/** A face that another embedder read. */
export interface StaleFace {
  readonly kind: 'person_face' | 'not_them' | 'event_face';
  readonly id: string;
}

const tables: Readonly<Record<StaleFace['kind'], { readonly name: string; readonly key: string }>> = {
  person_face: { name: 'faces', key: 'id' },
  not_them: { name: 'not_them', key: 'id' },
  event_face: { name: 'event_faces', key: 'event_id' },
};

/** Kept faces that the embedder of today did not read: of people, of who is not them, and of visits without a name. */
export class StaleFaceTable {
  readonly #database: Database;
  readonly #vault: Vault;
  readonly #index: FaceIndex;

  constructor(parts: { database: Database; vault: Vault; index: FaceIndex }) {
    this.#index = parts.index;
    this.#database = parts.database;
    this.#vault = parts.vault;
  }

  /** Those that can still be read again, people's first; what this embedder failed at is not among them. */
  list(modelId: string): StaleFace[] {
    return this.#database.all(StaleRow, staleSql, { modelId });
  }

  /** Null when there is none, or a damaged one. */
  crop({ kind, id }: StaleFace): Promise<Uint8Array | null> {
    return unlessDamaged(this.#vault.get({ kind, id }));
  }

  /** The face as the embedder of today reads it; its crop stays the one that it was read from. */
  replace({ kind, id }: StaleFace, face: Descriptor): void {
    const { name, key } = tables[kind];
    this.#database.run(
      `UPDATE ${name} SET model_id = @modelId, dimension = @dimension, metric = @metric,
         embedding = @embedding, unread_by = NULL WHERE ${key} = @id`,
      { id, ...embeddingColumns(face) },
    );
    if (kind === 'event_face') this.#index.refresh(EventId.parse(id));
  }

  /** The embedder finds no face in its crop: it stays as it is, unused. */
  giveUp({ kind, id }: StaleFace, modelId: string): void {
    const { name, key } = tables[kind];
    this.#database.run(`UPDATE ${name} SET unread_by = @modelId WHERE ${key} = @id`, { id, modelId });
  }
}

const StaleRow = z.object({ kind: z.enum(['person_face', 'not_them', 'event_face']), id: z.string() });

const staleSql = `
  SELECT 'person_face' AS kind, id FROM faces
  WHERE model_id <> @modelId AND (unread_by IS NULL OR unread_by <> @modelId)
  UNION ALL
  SELECT 'not_them', id FROM not_them
  WHERE model_id <> @modelId AND (unread_by IS NULL OR unread_by <> @modelId)
  UNION ALL
  SELECT 'event_face', event_id FROM event_faces JOIN events ON events.id = event_id
  WHERE model_id <> @modelId AND (unread_by IS NULL OR unread_by <> @modelId)
    AND identity <> 'known' AND ended_at_ms IS NOT NULL`;
