import { z } from 'zod';
import { CameraId, EventId } from './identifiers.ts';

/**
 * What the house remembers of a stretch of time, to look at, to erase, and to give away. The hub's procedures:
 *
 *     memory.previewSpan  query         MemorySpan → SpanContents: what there is, so that one knows before one erases
 *     memory.eraseSpan    mutation      EraseSpan → MemoryWork: begins after `undoSeconds`, until when `memory.cancel` takes it back
 *     memory.work         query         → MemoryWork
 *     memory.watchWork    subscription  → MemoryWork, whenever it changes
 *     memory.cancel       mutation      → MemoryWork; Trouble `refused` once the erasure has begun
 *     memory.caseFile     mutation      CaseWish → CaseTicket: where the sealed file is fetched, once, by GET
 *
 * `house.lock` (mutation → Health) closes the house, and `cameras.remove` takes `recordings: 'keep' | 'erase'`.
 */

const bounds = {
  /** Milliseconds since 1970. What overlaps the span is in it, also where it began before or ends behind it. */
  fromMs: z.number().min(0).max(8.64e15),
  toMs: z.number().min(0).max(8.64e15),
  /** Of this camera only; else of all of them, and what was said. Also one that is not there any more. */
  cameraId: CameraId.optional(),
};

const isSpan = ({ fromMs, toMs }: { fromMs: number; toMs: number }): boolean => fromMs < toMs;
const spanComplaint = 'a span of time ends after it begins';

export const MemorySpan = z.strictObject(bounds).refine(isSpan, spanComplaint);
export type MemorySpan = z.infer<typeof MemorySpan>;

export const EraseSpan = z
  .strictObject({
    ...bounds,
    /** Also what the owner keeps on purpose: pinned events and videos, and faces that were enrolled from a visit of that time. */
    kept: z.boolean().default(false),
    /** So long it can be taken back. */
    undoSeconds: z.number().int().min(0).max(60).default(10),
  })
  .refine(isSpan, spanComplaint);
export type EraseSpan = z.infer<typeof EraseSpan>;

/** How much there is of something, or how much was erased. */
export interface MemoryCounts {
  readonly events: number;
  /** Snapshots. */
  readonly pictures: number;
  /** Faces with their descriptors: the best of each visit, and those of people that were seen in one. */
  readonly faces: number;
  readonly clips: number;
  /** Of their video. */
  readonly clipBytes: number;
  /** What was said to Lares; none where only one camera is meant. */
  readonly exchanges: number;
}

export interface SpanContents {
  /** What goes when the span is erased. */
  readonly goes: MemoryCounts;
  /** What the owner keeps on purpose: it goes only if that is asked for too. */
  readonly kept: MemoryCounts;
}

/** The one long work on the memory of the house; only one goes on at a time. */
export type MemoryWork =
  | { readonly kind: 'none' }
  /** It can still be taken back. */
  | { readonly kind: 'waiting'; readonly span: MemorySpan; readonly startsAtMs: number }
  /** `done` of `total` things are gone; it can't be taken back any more, and goes on after a restart. */
  | { readonly kind: 'erasing'; readonly span: MemorySpan; readonly done: number; readonly total: number }
  | { readonly kind: 'erased'; readonly span: MemorySpan; readonly gone: MemoryCounts; readonly atMs: number }
  /** Tried again by itself after a while. */
  | { readonly kind: 'failed'; readonly span: MemorySpan; readonly why: string; readonly advice: string };

/** The shortest passphrase of a case file, in characters. */
export const shortestCasePassphrase = 8;

export const CaseWish = z.strictObject({
  of: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('span'), ...bounds }).refine(isSpan, spanComplaint),
    z.strictObject({ kind: z.literal('events'), eventIds: z.array(EventId).min(1).max(500) }),
  ]),
  passphrase: z
    .string()
    .min(shortestCasePassphrase, `a passphrase needs at least ${shortestCasePassphrase} characters`)
    .max(1000),
});
export type CaseWish = z.infer<typeof CaseWish>;

/** Where a case file is fetched. It is made while it is fetched and stored nowhere; who ends the fetch cancels it. */
export interface CaseTicket {
  /** `/cases/<ticket>`: good for one GET within a minute. */
  readonly path: string;
  /** What to call the file. */
  readonly name: string;
  /** About how long it will be, for a progress bar. */
  readonly expectedBytes: number;
  readonly counts: MemoryCounts;
}
