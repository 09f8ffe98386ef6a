import { z } from 'zod';
import type { Descriptor } from '../contract/person.ts';
import type { Database } from './database.ts';
import { embeddingColumns } from './embedding.ts';
import type { Vault } from './vault.ts';

/** A face that another embedder read. */
export interface StaleFace {
  readonly kind: 'person_face' | 'not_them';
  readonly id: string;
}

const tables: Readonly<Record<StaleFace['kind'], string>> = { person_face: 'faces', not_them: 'not_them' };

/** Kept faces that the embedder of today did not read, of people and of who is not them. */
export class StaleFaceTable {
  readonly #database: Database;
  readonly #vault: Vault;

  constructor(parts: { database: Database; vault: Vault }) {
    this.#database = parts.database;
    this.#vault = parts.vault;
  }

  /** Those that can still be read again, people's first; what this embedder failed at is not among them. */
  list(modelId: string): StaleFace[] {
    return this.#database.all(StaleRow, staleSql, { modelId });
  }

  async crop({ kind, id }: StaleFace): Promise<Uint8Array | null> {
    return this.#vault.get({ kind, id });
  }

  /** The face as the embedder of today reads it; its crop stays the one that it was read from. */
  replace({ kind, id }: StaleFace, face: Descriptor): void {
    this.#database.run(
      `UPDATE ${tables[kind]} SET model_id = @modelId, dimension = @dimension, metric = @metric,
         embedding = @embedding, unread_by = NULL WHERE id = @id`,
      { id, ...embeddingColumns(face) },
    );
  }

  /** The embedder finds no face in its crop: it stays as it is, unused. */
  giveUp({ kind, id }: StaleFace, modelId: string): void {
    this.#database.run(`UPDATE ${tables[kind]} SET unread_by = @modelId WHERE id = @id`, { id, modelId });
  }
}

const StaleRow = z.object({ kind: z.enum(['person_face', 'not_them']), id: z.string() });

const staleSql = `
  SELECT 'person_face' AS kind, id FROM faces
  WHERE model_id <> @modelId AND (unread_by IS NULL OR unread_by <> @modelId)
  UNION ALL
  SELECT 'not_them', id FROM not_them
  WHERE model_id <> @modelId AND (unread_by IS NULL OR unread_by <> @modelId)`;
