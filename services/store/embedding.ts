import { z } from 'zod';
import type { Descriptor } from '../contract/person.ts';
import type { Parameters } from './database.ts';

/** A descriptor's columns, as rows of `faces`, `event_faces` and `not_them` have them: little-endian floats in a BLOB. */
const columns = {
  model_id: z.string(),
  dimension: z.number().int().positive(),
  metric: z.enum(['euclidean', 'cosine']),
  embedding: z.instanceof(Uint8Array),
};

const judged = {
  quality: z.number().nullable(),
  yaw: z.number().nullable(),
  pitch: z.number().nullable(),
  roll: z.number().nullable(),
};

const Columns = z.object(columns);

/** What was judged of a face beside who it is. */
export const JudgedColumns = z.object(judged);
export type JudgedColumns = z.infer<typeof JudgedColumns>;

/** A row with `embeddingNames`. */
export const EmbeddingRow = Columns.refine(hasAllValues, { path: ['embedding'] }).transform(descriptorOf);

/** A row with `embeddingNames` and `judgedNames`; what was not judged is absent. */
export const JudgedEmbeddingRow = z
  .object({ ...columns, ...judged })
  .refine(hasAllValues, { path: ['embedding'] })
  .transform((row): Descriptor => ({ ...descriptorOf(row), ...judgementOf(row) }));

export const embeddingNames = 'model_id, dimension, metric, embedding';
export const judgedNames = 'quality, yaw, pitch, roll';

/** Whether there is a number for every value: one that is none would make a face as near to everybody's as can be. */
export function isComparable({ values }: Pick<Descriptor, 'values'>): boolean {
  return values.every((value) => Number.isFinite(value));
}

/** The reverse, as named parameters. Throws when `values` are not as many as `dimension` says, or are no numbers. */
export function embeddingColumns(face: Descriptor) {
  if (face.values.length !== face.dimension || face.dimension === 0)
    throw new Error(`a descriptor of dimension ${face.dimension} has ${face.values.length} values`);
  if (!isComparable(face)) throw new Error('a descriptor has values that are no numbers');
  return {
    modelId: face.modelId,
    dimension: face.dimension,
    metric: face.metric,
    embedding: new Uint8Array(
      Uint8Array.from(new Uint8Array(face.values.buffer, face.values.byteOffset, face.values.byteLength)),
    ),
  } satisfies Parameters;
}

export function judgedColumns({ quality, pose }: Descriptor) {
  return {
    quality: quality ?? null,
    yaw: pose?.yaw ?? null,
    pitch: pose?.pitch ?? null,
    roll: pose?.roll ?? null,
  } satisfies Parameters;
}

/** Null when the pose was never judged. */
export function poseOf({ yaw, pitch, roll }: Omit<JudgedColumns, 'quality'>) {
  return yaw === null || pitch === null || roll === null ? null : { yaw, pitch, roll };
}

function hasAllValues(row: z.infer<typeof Columns>): boolean {
  return row.embedding.byteLength === row.dimension * 4;
}

function descriptorOf(row: z.infer<typeof Columns>): Descriptor {
  return {
    modelId: row.model_id,
    dimension: row.dimension,
    metric: row.metric,
    // Copied, since a BLOB need not lie at a multiple of four bytes.
    values: new Float32Array(Uint8Array.from(row.embedding).buffer),
  };
}

function judgementOf(row: JudgedColumns): Pick<Descriptor, 'quality' | 'pose'> {
  const pose = poseOf(row);
  return { ...(row.quality === null ? {} : { quality: row.quality }), ...(pose === null ? {} : { pose }) };
}
