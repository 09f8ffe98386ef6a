import { z } from 'zod';
import { type Event, EventLabel } from '../contract/event.ts';
import { CameraId, EventId, PersonId } from '../contract/identifiers.ts';
import type { Identity } from '../contract/person.ts';

/** One event as the table has it, read into the contract's words. */
export const EventRow = z
  .object({
    id: EventId,
    camera_id: CameraId,
    label: EventLabel,
    score: z.number(),
    box_x: z.number(),
    box_y: z.number(),
    box_width: z.number(),
    box_height: z.number(),
    began_at_ms: z.number(),
    ended_at_ms: z.number().nullable(),
    why: z.string().nullable(),
    identity: z.enum(['no_face', 'unknown', 'known']),
    person_id: PersonId.nullable(),
    person_name: z.string().nullable(),
    confidence: z.number().nullable(),
    has_snapshot: z.number(),
    has_face: z.number(),
  })
  .transform((row): Event => ({
    id: row.id,
    cameraId: row.camera_id,
    label: row.label,
    score: row.score,
    box: { x: row.box_x, y: row.box_y, width: row.box_width, height: row.box_height },
    beganAtMs: row.began_at_ms,
    endedAtMs: row.ended_at_ms,
    identity: identityOf(row),
    ...(row.why === null ? {} : { why: row.why }),
    hasSnapshot: row.has_snapshot === 1,
    hasFace: row.has_face === 1,
  }));

interface IdentityColumns {
  readonly identity: Identity['kind'];
  readonly person_id: PersonId | null;
  readonly person_name: string | null;
  readonly confidence: number | null;
}

function identityOf({ identity, person_id, person_name, confidence }: IdentityColumns): Identity {
  if (identity !== 'known') return { kind: identity };
  if (person_id === null || person_name === null || confidence === null) return { kind: 'unknown' };
  return { kind: 'known', personId: person_id, name: person_name, confidence };
}
