import { z } from 'zod';
import { type Event, EventLabel, type Visit } from '../contract/event.ts';
import { CameraId, EventId, PersonId } from '../contract/identifiers.ts';
import type { Identity } from '../contract/person.ts';

const Zones = z.array(z.string());
const Crossings = z.array(z.object({ line: z.string(), direction: z.enum(['in', 'out']), atMs: z.number() }));

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
    liveness: z.number().nullable(),
    zones: z.string().nullable(),
    crossings: z.string().nullable(),
    kept: z.number(),
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
    ...(row.liveness === null ? {} : { liveness: row.liveness }),
    ...(row.zones === null ? {} : { zones: Zones.parse(JSON.parse(row.zones)) }),
    ...(row.crossings === null ? {} : { crossings: Crossings.parse(JSON.parse(row.crossings)) }),
    ...(row.why === null ? {} : { why: row.why }),
    ...(row.kept === 1 ? { kept: true } : {}),
    hasSnapshot: row.has_snapshot === 1,
    hasFace: row.has_face === 1,
  }));

/** The columns of what need not be there. */
export function extraColumns({ liveness, zones, crossings, why }: Visit['event']) {
  return {
    liveness: liveness ?? null,
    zones: zones === undefined ? null : JSON.stringify(zones),
    crossings: crossings === undefined ? null : JSON.stringify(crossings),
    why: why ?? null,
  };
}

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
