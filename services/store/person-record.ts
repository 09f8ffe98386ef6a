import { z } from 'zod';
import { FaceId, PersonId } from '../contract/identifiers.ts';
import { type EnrolledFace, FaceOrigin, type Person } from '../contract/person.ts';
import { poseOf } from './embedding.ts';

/** A kept face, and which embedder read it. */
export interface FaceRecord extends Omit<EnrolledFace, 'isUsed'> {
  readonly modelId: string;
}

/** A person as the store knows them: what would help to recognise them is not for the store to say. */
export interface PersonRecord extends Omit<Person, 'faces' | 'advice'> {
  readonly faces: readonly FaceRecord[];
}

export const personNames =
  'id, name, enrolled_at_ms, consent_given_by, consent_recorded_by, consent_at_ms, leaves_at_ms';

export const PersonRow = z
  .object({
    id: PersonId,
    name: z.string(),
    enrolled_at_ms: z.number(),
    consent_given_by: z.string().nullable(),
    consent_recorded_by: z.string().nullable(),
    consent_at_ms: z.number().nullable(),
    leaves_at_ms: z.number().nullable(),
  })
  .transform((row): Omit<PersonRecord, 'faces'> => ({
    id: row.id,
    name: row.name,
    enrolledAtMs: row.enrolled_at_ms,
    consent:
      row.consent_given_by === null || row.consent_recorded_by === null || row.consent_at_ms === null
        ? null
        : {
            givenBy: row.consent_given_by,
            recordedBy: row.consent_recorded_by,
            atMs: row.consent_at_ms,
          },
    leavesAtMs: row.leaves_at_ms,
  }));

export const FaceRow = z
  .object({
    id: FaceId,
    origin: FaceOrigin,
    added_at_ms: z.number(),
    model_id: z.string(),
    quality: z.number().nullable(),
    yaw: z.number().nullable(),
    pitch: z.number().nullable(),
    roll: z.number().nullable(),
  })
  .transform((row): FaceRecord => ({
    id: row.id,
    origin: row.origin,
    addedAtMs: row.added_at_ms,
    quality: row.quality,
    pose: poseOf(row),
    modelId: row.model_id,
  }));

/** A name as names are compared. */
export function nameKey(name: string): string {
  return name.trim().normalize('NFKC').toLowerCase();
}
