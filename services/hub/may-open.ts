import type { Event } from '../contract/event.ts';
import type { Permission } from './intents/permissions.ts';

/** How sure it must be who it is: a wrong name at a lock is worse than a key that has to be looked for. */
export const LEAST_CONFIDENCE = 0.95;
/** How sure it must be that the face is a living one. It is a hint, not a lock: a good enough fake passes it. */
export const LEAST_LIVENESS = 0.8;
/** A face that was seen longer ago says nothing of who stands at the door now, in milliseconds. */
export const FRESH_MS = 10_000;

/** A visit, and when its face was last seen (milliseconds since 1970). */
export interface FaceSighting {
  readonly event: Pick<Event, 'label' | 'identity' | 'liveness' | 'endedAtMs'>;
  readonly seenAtMs: number;
}

/**
 * Whether a face alone may unlock, open or disarm. Nothing in Lares asks this today: nothing opens by a face. Whatever
 * will must ask here. What the owner said of a visit later is no sighting, and a face that was not judged is none either.
 */
export function mayOpen({ event, seenAtMs }: FaceSighting, nowMs: number): Permission {
  const { label, identity, liveness, endedAtMs } = event;
  if (label !== 'person' || identity.kind !== 'known') return refused('Nobody I know is there.');
  if (identity.confidence < LEAST_CONFIDENCE) return refused('I am not sure enough who is there.');
  const ageMs = nowMs - seenAtMs;
  // A sighting from the future is a clock that was set, and proves nothing.
  if (endedAtMs !== null || !(ageMs >= 0 && ageMs <= FRESH_MS)) return refused('Nobody is there just now.');
  if (liveness === undefined || !(liveness >= LEAST_LIVENESS))
    return refused('I am not sure that a living face is there.');
  return { kind: 'allowed' };
}

function refused(text: string): Permission {
  return { kind: 'refused', text };
}
