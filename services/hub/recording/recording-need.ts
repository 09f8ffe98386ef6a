import type { EventId } from '../../contract/identifiers.ts';

/**
 * Why a camera is recorded for visits: one goes on, or the last one ended just now. Times are of the machine's monotonic
 * clock, in milliseconds.
 */
export type RecordingNeed =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'visits';
      /** Where the recording begins, and for whom. */
      readonly fromMs: number;
      readonly eventId: EventId;
      readonly visits: ReadonlySet<EventId>;
      /** After the last visit: when the recording ends. */
      readonly untilMs: number | null;
    };

export const NO_NEED: RecordingNeed = { kind: 'none' };

/** Visits that overlap, or follow one another before the recording ended, share it. */
export function visitBegan(need: RecordingNeed, eventId: EventId, fromMs: number): RecordingNeed {
  if (need.kind === 'none')
    return { kind: 'visits', fromMs, eventId, visits: new Set([eventId]), untilMs: null };
  return { ...need, visits: new Set([...need.visits, eventId]), untilMs: null };
}

/** The recording ends at `untilMs`, if no other visit goes on or begins until then. */
export function visitEnded(need: RecordingNeed, eventId: EventId, untilMs: number): RecordingNeed {
  if (need.kind === 'none' || !need.visits.has(eventId)) return need;
  const visits = new Set([...need.visits].filter((id) => id !== eventId));
  return { ...need, visits, untilMs: visits.size > 0 ? null : untilMs };
}

/** What is left of it at this time. */
export function needAt(need: RecordingNeed, nowMs: number): RecordingNeed {
  return need.kind === 'visits' && need.untilMs !== null && need.untilMs <= nowMs ? NO_NEED : need;
}
