import { z } from 'zod';
import type { ClipKind } from '../contract/clip.ts';
import { Label } from '../contract/event.ts';
import { CameraId, ClipId, EventId } from '../contract/identifiers.ts';
import type { WrittenDay } from '../contract/retention.ts';
import type { Database } from './database.ts';

/** A clip that is not being recorded, as retention weighs it. */
export interface HeldClip {
  readonly id: ClipId;
  readonly cameraId: CameraId;
  readonly kind: ClipKind;
  readonly startedAtMs: number;
  readonly endsAtMs: number;
  readonly bytes: number;
  /** Who or what came while it was recorded. */
  readonly shows: readonly Label[];
  /** Whether one of them has a name. */
  readonly isNamed: boolean;
  /** The owner keeps it, or a visit that it shows. */
  readonly isKept: boolean;
}

/** An event that is over and older than events are kept. */
export interface OldEvent {
  readonly id: EventId;
  readonly startedAtMs: number;
  /** Its owner does not keep it, and there is no video of it. */
  readonly mayGo: boolean;
}

export interface HeldQuery {
  /** Only what began before this time. */
  readonly beforeMs: number;
  /** Only what is behind this one. */
  readonly after: { readonly id: string; readonly startedAtMs: number } | null;
  readonly limit: number;
}

/** Visits are looked for so long before a clip; a longer one shows in its later clips only if it is kept. */
const longestVisitMs = 2 * 3_600_000;
/** No clip is longer. */
const longestClipMs = 3_600_000;

/** What may be deleted, what may not, and how much is written. */
export class RetentionTable {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Oldest first. */
  clips({ beforeMs, after, limit }: HeldQuery): HeldClip[] {
    const { id: afterId, startedAtMs: afterMs } = after ?? beforeAll;
    const parameters = { beforeMs, afterMs, afterId, limit, longestVisitMs };
    return this.#database.all(HeldRow, heldSql, parameters);
  }

  /** Oldest first. */
  oldEvents({ beforeMs, after, limit }: HeldQuery): OldEvent[] {
    const { id: afterId, startedAtMs: afterMs } = after ?? beforeAll;
    const parameters = { beforeMs, afterMs, afterId, limit, longestClipMs };
    return this.#database.all(OldEventRow, oldEventsSql, parameters);
  }

  /** Of all video, in bytes. */
  clipBytes(): number {
    return this.#database.get(BytesRow, 'SELECT ifnull(sum(bytes), 0) AS bytes FROM clips')?.bytes ?? 0;
  }

  /** `all`: so much more was written on this day, in bytes. */
  noteWritten(day: number, all: number): void {
    this.#database.run(writtenSql, { day, all: Math.round(all) });
  }

  /** From this day on, oldest first; days on which nothing was written are left out. */
  written(fromDay: number): WrittenDay[] {
    const rows = this.#database.all(WrittenRow, writtenSinceSql, { fromDay });
    return [...new Set(rows.map(({ day }) => day))].map((day) => {
      const ofDay = rows.filter((row) => row.day === day);
      const cameras = ofDay.flatMap(({ camera_id, bytes }) =>
        camera_id === '' ? [] : [[CameraId.parse(camera_id), bytes] as const],
      );
      const all = ofDay.find(({ camera_id }) => camera_id === '')?.bytes ?? 0;
      return { day, cameras: Object.fromEntries(cameras), all };
    });
  }
}

/** Exported for the test that sees that it searches an index and sorts nothing but its own rows. */
export const heldSql = `
  WITH page AS (
    SELECT id, camera_id, event_id, kind, started_at_ms, started_at_ms + duration_ms AS ends_at_ms, bytes, kept FROM clips
    WHERE (started_at_ms, id) > (@afterMs, @afterId) AND started_at_ms < @beforeMs AND state <> 'recording'
    ORDER BY started_at_ms, id LIMIT @limit)
  SELECT page.*, group_concat(DISTINCT visits.label) AS labels, ifnull(max(visits.identity = 'known'), 0) AS named,
    EXISTS (SELECT 1 FROM events WHERE id = page.event_id AND events.kept = 1)
      OR EXISTS (
        SELECT 1 FROM events INDEXED BY events_kept
        WHERE events.kept = 1 AND camera_id = page.camera_id AND began_at_ms < page.ends_at_ms
          AND ifnull(ended_at_ms, page.ends_at_ms) >= page.started_at_ms) AS shows_kept
  FROM page LEFT JOIN events AS visits
    ON visits.camera_id = page.camera_id AND visits.began_at_ms < page.ends_at_ms
      AND visits.began_at_ms > page.started_at_ms - @longestVisitMs
      AND ifnull(visits.ended_at_ms, page.ends_at_ms) >= page.started_at_ms
  GROUP BY page.started_at_ms, page.id`;

/** Exported as the one above is. */
export const oldEventsSql = `
  SELECT id, began_at_ms,
    kept = 0 AND ended_at_ms < @beforeMs
      AND NOT EXISTS (SELECT 1 FROM clips WHERE event_id = events.id)
      AND NOT EXISTS (
        SELECT 1 FROM clips
        WHERE clips.camera_id = events.camera_id AND started_at_ms <= ended_at_ms
          AND started_at_ms > began_at_ms - @longestClipMs
          AND (state = 'recording' OR started_at_ms + duration_ms > began_at_ms)) AS may_go
  FROM events
  WHERE (began_at_ms, id) > (@afterMs, @afterId) AND began_at_ms < @beforeMs AND ended_at_ms IS NOT NULL
  ORDER BY began_at_ms, id LIMIT @limit`;

const writtenSql = `
  INSERT INTO written VALUES (@day, '', @all) ON CONFLICT DO UPDATE SET bytes = bytes + excluded.bytes`;
const writtenSinceSql =
  'SELECT day, camera_id, bytes FROM written WHERE day >= @fromDay AND bytes > 0 ORDER BY day, camera_id';

const beforeAll = { id: '', startedAtMs: -Number.MAX_VALUE };

const OldEventRow = z
  .object({ id: EventId, began_at_ms: z.number(), may_go: z.number() })
  .transform((row): OldEvent => ({ id: row.id, startedAtMs: row.began_at_ms, mayGo: row.may_go === 1 }));
const BytesRow = z.object({ bytes: z.number() });
const WrittenRow = z.object({ day: z.number(), camera_id: z.string(), bytes: z.number() });
const HeldRow = z
  .object({
    id: ClipId,
    camera_id: CameraId,
    kind: z.enum(['event', 'continuous']),
    started_at_ms: z.number(),
    ends_at_ms: z.number(),
    bytes: z.number(),
    kept: z.number(),
    labels: z.string().nullable(),
    named: z.number(),
    shows_kept: z.number(),
  })
  .transform((row): HeldClip => {
    return {
      ...{ id: row.id, kind: row.kind, bytes: row.bytes, cameraId: row.camera_id },
      ...{ startedAtMs: row.started_at_ms, endsAtMs: row.ends_at_ms },
      shows: Label.options.filter((label) => row.labels?.split(',').includes(label) === true),
      isNamed: row.named === 1,
      isKept: row.kept === 1 || row.shows_kept === 1,
    };
  });
