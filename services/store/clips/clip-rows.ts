import { z } from 'zod';
import type { Clip, ClipSpan, NewClip } from '../../contract/clip.ts';
import { CameraId, ClipId, EventId } from '../../contract/identifiers.ts';
import type { Database } from '../database.ts';

/** A clip as the database keeps it, with its key under that of its camera. */
export interface StoredClip {
  readonly clip: Clip;
  readonly wrappedKey: Uint8Array;
}

/** No clip is longer, so that those which overlap a moment are found by where they begin. */
const longestClipMs = 6 * 3_600_000;

/** The table of clips. */
export class ClipRows {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** On the disk when it returns: video without its key is lost. */
  put(id: ClipId, clip: NewClip, wrappedKey: Uint8Array): void {
    const { cameraId, eventId, kind, startedAtMs, codec, width, height } = clip;
    const row = { id, cameraId, eventId, kind, startedAtMs, codec, width, height, wrappedKey };
    this.#database.durably(() => this.#database.run(putSql, row));
  }

  get(id: ClipId): StoredClip | null {
    return this.#database.get(Row, 'SELECT * FROM clips WHERE id = @id', { id });
  }

  /** Oldest first. A clip that is being recorded has no length here, and is given when it begins before the span ends. */
  overlapping({ cameraId, fromMs, untilMs }: ClipSpan): Clip[] {
    const parameters = { cameraId, fromMs, untilMs, earliestMs: fromMs - longestClipMs };
    return this.#database.all(Row, overlappingSql, parameters).map(({ clip }) => clip);
  }

  /** Oldest first. */
  ofEvent(eventId: EventId): Clip[] {
    const sql = 'SELECT * FROM clips WHERE event_id = @eventId ORDER BY started_at_ms, id';
    return this.#database.all(Row, sql, { eventId }).map(({ clip }) => clip);
  }

  ofCamera(cameraId: CameraId): ClipId[] {
    const sql = 'SELECT id FROM clips WHERE camera_id = @cameraId';
    return this.#database.all(Id, sql, { cameraId }).map(({ id }) => id);
  }

  /** Those that nobody has ended. */
  open(): StoredClip[] {
    return this.#database.all(Row, "SELECT * FROM clips WHERE state = 'recording'");
  }

  ids(): ClipId[] {
    return this.#database.all(Id, 'SELECT id FROM clips').map(({ id }) => id);
  }

  end(id: ClipId, { state, durationMs, bytes }: Pick<Clip, 'state' | 'durationMs' | 'bytes'>): void {
    const sql = 'UPDATE clips SET state = @state, duration_ms = @durationMs, bytes = @bytes WHERE id = @id';
    this.#database.run(sql, { id, state, durationMs, bytes });
  }

  keep(id: ClipId, kept: boolean): boolean {
    const sql = 'UPDATE clips SET kept = @kept WHERE id = @id';
    return this.#database.run(sql, { id, kept: kept ? 1 : 0 }) > 0;
  }

  /** All of a camera; on the disk when it returns. */
  removeOf(cameraId: CameraId): void {
    const sql = 'DELETE FROM clips WHERE camera_id = @cameraId';
    this.#database.durably(() => this.#database.run(sql, { cameraId }));
  }

  /** With its key; on the disk when it returns. */
  remove(id: ClipId): boolean {
    const sql = 'DELETE FROM clips WHERE id = @id';
    return this.#database.durably(() => this.#database.run(sql, { id })) > 0;
  }
}

const putSql = `
  INSERT INTO clips (id, camera_id, event_id, kind, state, started_at_ms, codec, width, height, wrapped_key)
  VALUES (@id, @cameraId, @eventId, @kind, 'recording', @startedAtMs, @codec, @width, @height, @wrappedKey)`;

const overlappingSql = `
  SELECT * FROM clips
  WHERE camera_id = @cameraId AND started_at_ms > @earliestMs AND started_at_ms < @untilMs
    AND (state = 'recording' OR started_at_ms + duration_ms > @fromMs)
  ORDER BY started_at_ms, id`;

const Id = z.object({ id: ClipId });
const Row = z
  .object({
    id: ClipId,
    camera_id: CameraId,
    event_id: EventId.nullable(),
    kind: z.enum(['event', 'continuous']),
    state: z.enum(['recording', 'finished', 'cut']),
    started_at_ms: z.number(),
    duration_ms: z.number(),
    bytes: z.number(),
    codec: z.string(),
    width: z.number(),
    height: z.number(),
    kept: z.number(),
    wrapped_key: z.instanceof(Uint8Array),
  })
  .transform((row): StoredClip => {
    const { id, kind, state, bytes, codec, width, height } = row;
    const clip = {
      ...{ id, kind, state, bytes, codec, width, height },
      cameraId: row.camera_id,
      eventId: row.event_id,
      startedAtMs: row.started_at_ms,
      durationMs: row.duration_ms,
      kept: row.kept === 1,
    };
    return { clip, wrappedKey: row.wrapped_key };
  });
