import { z } from 'zod';
import type { FaceDescriptor } from '../contract/person.ts';

/** A descriptor without its picture. */
export type Embedding = Omit<FaceDescriptor, 'crop'>;

/** A descriptor's columns, as a row of `faces` and of `event_faces` has them: little-endian floats in a BLOB. */
export const EmbeddingRow = z
  .object({
    model_id: z.string(),
    dimension: z.number().int().positive(),
    metric: z.enum(['euclidean', 'cosine']),
    embedding: z.instanceof(Uint8Array),
  })
  .refine((row) => row.embedding.byteLength === row.dimension * 4, { path: ['embedding'] })
  .transform((row): Embedding => ({
    modelId: row.model_id,
    dimension: row.dimension,
    metric: row.metric,
    // Copied, since a BLOB need not lie at a multiple of four bytes.
    values: new Float32Array(Uint8Array.from(row.embedding).buffer),
  }));

export function embeddingColumns(face: Embedding) {
  if (face.values.length !== face.dimension || face.dimension === 0)
    throw new Error(`a descriptor of dimension ${face.dimension} has ${face.values.length} values`);
  return {
    modelId: face.modelId,
    dimension: face.dimension,
    metric: face.metric,
    embedding: new Uint8Array(
      Uint8Array.from(new Uint8Array(face.values.buffer, face.values.byteOffset, face.values.byteLength)),
    ),
  };
}
