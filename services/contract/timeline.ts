import { z } from 'zod';
import type { ClipKind } from './clip.ts';
import { EventLabel } from './event.ts';
import { CameraId, EventId, PersonId } from './identifiers.ts';

/** Which events: those that fit all of it. */
export const EventFilter = z.strictObject({
  cameraId: CameraId.optional(),
  personId: PersonId.optional(),
  label: EventLabel.optional(),
  /** The name of a zone in which it stayed. */
  zone: z.string().min(1).max(200).optional(),
  /** Only those that the owner keeps. */
  kept: z.literal(true).optional(),
});
export type EventFilter = z.infer<typeof EventFilter>;

/** A part of what began in a span of time, counted from its newest event. */
export const EventWindow = EventFilter.extend({
  fromMs: z.number(),
  toMs: z.number(),
  offset: z.number().int().min(0).max(1_000_000).default(0),
  limit: z.number().int().min(1).max(200).default(60),
});
export type EventWindow = z.infer<typeof EventWindow>;

export const EventSpan = EventFilter.extend({ fromMs: z.number(), toMs: z.number() });
export type EventSpan = z.infer<typeof EventSpan>;

/** How many events began on one day of the hub's own calendar. */
export interface DayCount {
  readonly fromMs: number;
  /** Where the next day begins. */
  readonly toMs: number;
  readonly events: number;
}

export const EventAmong = EventFilter.extend({ eventId: EventId });
export type EventAmong = z.infer<typeof EventAmong>;

/** The events before and after one, in time. */
export interface EventBeside {
  readonly earlier: EventId | null;
  readonly later: EventId | null;
}

/** The owner says that an event was not what its label says, or takes that back. */
export const MistakenEvent = z.strictObject({ eventId: EventId, mistaken: z.boolean() });

export const ClipsBetween = z.strictObject({ cameraId: CameraId, fromMs: z.number(), untilMs: z.number() });

/** Time of a camera that is recorded without a gap. */
export interface RecordedSpan {
  readonly kind: ClipKind;
  readonly fromMs: number;
  readonly untilMs: number;
}
