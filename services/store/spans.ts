import { z } from 'zod';
import { ClipId, EventId, FaceId } from '../contract/identifiers.ts';
import type { MemoryCounts, MemorySpan, SpanContents } from '../contract/memory.ts';
import type { Database, Parameters } from './database.ts';
import { SpanErasureTable, type SpanWish } from './span-erasures.ts';

/** A face that was seen in a visit of the span: one that somebody is recognised by, or one that is not somebody's. */
export interface SpanFace {
  readonly kind: 'person_face' | 'not_them';
  readonly id: string;
}

/** Events and clips are looked for so long before a span; only the absence of a camera may be longer than this. */
const longestEventMs = 7 * 86_400_000;
const longestClipMs = 6 * 3_600_000;
const hourMs = 3_600_000;

/** What there is of a span of time, of all cameras or of one. What overlaps the span is in it. */
export class SpanTable {
  /** Those that are to be erased, until they are. */
  readonly erasures: SpanErasureTable;
  readonly #database: Database;

  constructor(database: Database) {
    this.erasures = new SpanErasureTable(database);
    this.#database = database;
  }

  /** How much of it goes with the span, and how much the owner keeps. */
  contents(span: MemorySpan): SpanContents {
    const of = parametersOf(span);
    const events = this.#database.all(EventCounts, eventCountsSql(span), of);
    const clips = this.#database.all(ClipCounts, clipCountsSql(span), of);
    const faces = this.#database.all(FaceCounts, faceCountsSql(span), of);
    const counts = (kept: 0 | 1): Omit<MemoryCounts, 'exchanges'> => {
      const [event, clip, face] = [events, clips, faces].map((rows) => rows.find((row) => row.kept === kept));
      return {
        events: event?.count ?? 0,
        pictures: events.find((row) => row.kept === kept)?.pictures ?? 0,
        faces: (face?.count ?? 0) + (events.find((row) => row.kept === kept)?.faces ?? 0),
        clips: clip?.count ?? 0,
        clipBytes: clips.find((row) => row.kept === kept)?.bytes ?? 0,
      };
    };
    const said = span.cameraId === undefined ? this.#database.get(Count, saidSql, of)?.count : 0;
    return { goes: { ...counts(0), exchanges: said ?? 0 }, kept: { ...counts(1), exchanges: 0 } };
  }

  /** Oldest first. */
  clips({ span, kept }: SpanWish): ClipId[] {
    const sql = `SELECT id FROM (${clipsSql(span)}) WHERE kept <= @kept ORDER BY started_at_ms, id`;
    return this.#database
      .all(ClipRow, sql, { ...parametersOf(span), kept: kept ? 1 : 0 })
      .map(({ id }) => id);
  }

  /** At most so many, in no order, so that a page of them costs the same however many there are. */
  events({ span, kept }: SpanWish, limit: number): EventId[] {
    const sql = `SELECT id FROM (${eventsSql(span)}) WHERE kept <= @kept LIMIT @limit`;
    const parameters = { ...parametersOf(span), kept: kept ? 1 : 0, limit };
    return this.#database.all(EventIdRow, sql, parameters).map(({ id }) => id);
  }

  faces({ span, kept }: SpanWish): SpanFace[] {
    const sql = `SELECT kind, id FROM (${facesSql(span)}) WHERE kept <= @kept`;
    return this.#database.all(FaceRow, sql, { ...parametersOf(span), kept: kept ? 1 : 0 });
  }

  /** Nothing says any more that there once was something: neither a count of nothing, nor what the index of words marked as gone. */
  forgetTraces({ fromMs, toMs }: MemorySpan): void {
    const hours = { from: Math.floor((fromMs - longestEventMs) / hourMs), to: Math.ceil(toMs / hourMs) };
    this.#database.run('DELETE FROM event_counts WHERE events = 0 AND hour BETWEEN @from AND @to', hours);
    this.#database.run("INSERT INTO search_events (search_events) VALUES ('optimize')");
  }
}

function parametersOf({ fromMs, toMs, cameraId }: MemorySpan): Parameters {
  const times = { fromMs, toMs, eventsFromMs: fromMs - longestEventMs, clipsFromMs: fromMs - longestClipMs };
  return cameraId === undefined ? times : { ...times, cameraId };
}

function ofCamera({ cameraId }: MemorySpan): string {
  return cameraId === undefined ? '' : 'camera_id = @cameraId AND';
}

/** What began in the span, what had begun before it and ended in it, and what goes on. */
function eventsSql(span: MemorySpan): string {
  const some = `SELECT id, began_at_ms, kept, has_snapshot FROM events WHERE ${ofCamera(span)}`;
  return `
    ${some} began_at_ms >= @fromMs AND began_at_ms < @toMs
    UNION ALL ${some} began_at_ms >= @eventsFromMs AND began_at_ms < @fromMs AND ended_at_ms > @fromMs
    UNION ALL ${some} began_at_ms < @fromMs AND ended_at_ms IS NULL`;
}

/** A clip is kept when the owner keeps it, or a visit that it shows. */
function clipsSql(span: MemorySpan): string {
  return `
    SELECT id, started_at_ms, bytes, kept
      OR EXISTS (SELECT 1 FROM events WHERE id = clips.event_id AND events.kept = 1)
      OR EXISTS (
        SELECT 1 FROM events INDEXED BY events_kept
        WHERE events.kept = 1 AND camera_id = clips.camera_id AND began_at_ms < started_at_ms + duration_ms
          AND ifnull(ended_at_ms, started_at_ms + duration_ms) >= started_at_ms) AS kept
    FROM clips WHERE ${ofCamera(span)} started_at_ms > @clipsFromMs AND started_at_ms < @toMs
      AND (state = 'recording' OR started_at_ms + duration_ms > @fromMs)`;
}

/**
 * Faces that Lares took by itself go with their visits, also where these are gone already; one that was enrolled from a visit was
 * given on purpose.
 */
function facesSql(span: MemorySpan): string {
  const own = `SELECT id, kept FROM (${eventsSql(span)})`;
  const orphans =
    span.cameraId === undefined
      ? `UNION ALL SELECT 'person_face', id, 0 FROM faces
           WHERE event_id IS NULL AND origin = 'sighting' AND added_at_ms >= @fromMs AND added_at_ms < @toMs
         UNION ALL SELECT 'not_them', id, 0 FROM not_them
           WHERE event_id IS NULL AND at_ms >= @fromMs AND at_ms < @toMs`
      : '';
  return `
    SELECT 'person_face' AS kind, faces.id, own.kept OR origin <> 'sighting' AS kept
      FROM faces JOIN (${own}) AS own ON own.id = event_id
    UNION ALL SELECT 'not_them', not_them.id, own.kept FROM not_them JOIN (${own}) AS own ON own.id = event_id
    ${orphans}`;
}

const eventCountsSql = (span: MemorySpan): string => `
  SELECT kept, count(*) AS count, sum(has_snapshot) AS pictures,
    sum(EXISTS (SELECT 1 FROM event_faces WHERE event_id = id)) AS faces
  FROM (${eventsSql(span)}) GROUP BY kept`;
const clipCountsSql = (span: MemorySpan): string =>
  `SELECT kept, count(*) AS count, sum(bytes) AS bytes FROM (${clipsSql(span)}) GROUP BY kept`;
const faceCountsSql = (span: MemorySpan): string =>
  `SELECT kept, count(*) AS count FROM (${facesSql(span)}) GROUP BY kept`;
const saidSql = 'SELECT count(*) AS count FROM transcript WHERE at_ms >= @fromMs AND at_ms < @toMs';

const Count = z.object({ count: z.number() });
const FaceCounts = Count.extend({ kept: z.number() });
const EventCounts = FaceCounts.extend({ pictures: z.number(), faces: z.number() });
const ClipCounts = FaceCounts.extend({ bytes: z.number() });
const ClipRow = z.object({ id: ClipId });
const EventIdRow = z.object({ id: EventId });
const FaceRow = z.object({ kind: z.enum(['person_face', 'not_them']), id: z.union([FaceId, z.string()]) });
