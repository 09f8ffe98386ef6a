import { z } from 'zod';
import type { Event, Visit } from '../contract/event.ts';
import type { CameraId, EventId, PersonId } from '../contract/identifiers.ts';
import type { FaceDescriptor, Identity } from '../contract/person.ts';
import type { Database } from './database.ts';
import type { EventFaceTable } from './event-faces.ts';
import { EventRow, extraColumns } from './event-row.ts';
import { firstMomentOf } from './moment.ts';
import type { Vault } from './vault.ts';

export interface NewestQuery {
  readonly limit: number;
  readonly cameraId?: CameraId | undefined;
  readonly personId?: PersonId | undefined;
  /** Only visits that began before this time, for paging. */
  readonly beforeMs?: number | undefined;
}

/** Visits with their best snapshot and best face. */
export class EventTable {
  readonly #database: Database;
  readonly #vault: Vault;
  readonly #faces: EventFaceTable;
  readonly #now: () => number;

  constructor(parts: { database: Database; vault: Vault; faces: EventFaceTable; now: () => number }) {
    this.#database = parts.database;
    this.#faces = parts.faces;
    this.#vault = parts.vault;
    this.#now = parts.now;
  }

  /** Adds the visit, or replaces what is known of it; its snapshot and face stay. Somebody who was removed meanwhile is unknown. */
  put(event: Visit['event']): void {
    this.#database.transaction(() => {
      this.#database.run(putSql, {
        id: event.id,
        cameraId: event.cameraId,
        label: event.label,
        score: event.score,
        ...event.box,
        beganAtMs: event.beganAtMs,
        endedAtMs: event.endedAtMs,
        ...extraColumns(event),
        heardAtMs: this.#now(),
        firstMoment: firstMomentOf(event.beganAtMs),
        ...this.#identityColumns(event.identity),
      });
    });
  }

  get(id: EventId): Event | null {
    return this.#database.get(EventRow, `${selectSql} WHERE events.id = @id`, { id });
  }

  /** Newest first. */
  newest(query: NewestQuery): Event[] {
    const { limit, cameraId, personId, beforeMs = Number.MAX_VALUE } = query;
    if (personId !== undefined)
      return cameraId === undefined
        ? this.#database.all(EventRow, newestOfPersonSql, { limit, beforeMs, personId })
        : this.#database.all(EventRow, newestOfPersonAtSql, { limit, beforeMs, personId, cameraId });
    return cameraId === undefined
      ? this.#database.all(EventRow, newestSql, { limit, beforeMs })
      : this.#database.all(EventRow, newestOfCameraSql, { limit, beforeMs, cameraId });
  }

  /** The pictures go first: should this be cut short, the event is still there to be removed again. */
  async remove(id: EventId): Promise<void> {
    await this.#removePictures(id);
    this.#database.run('DELETE FROM events WHERE id = @id', { id });
    // Once more, for a picture that came while the first ones went.
    await this.#removePictures(id);
  }

  /** `jpeg` of an event that was removed meanwhile is not kept. */
  async putSnapshot(id: EventId, jpeg: Uint8Array): Promise<void> {
    await this.#vault.put({ kind: 'snapshot', id }, jpeg);
    const kept = this.#database.run('UPDATE events SET has_snapshot = 1 WHERE id = @id', { id });
    if (kept === 0) await this.#vault.remove({ kind: 'snapshot', id });
  }

  async snapshot(id: EventId): Promise<Uint8Array | null> {
    return this.#vault.get({ kind: 'snapshot', id });
  }

  putFace(id: EventId, face: FaceDescriptor): Promise<void> {
    return this.#faces.put(id, face);
  }

  face(id: EventId): Promise<FaceDescriptor | null> {
    return this.#faces.get(id);
  }

  /** Every visit of this person, the newest first. */
  ofPerson(personId: PersonId): Event[] {
    return this.#database.all(EventRow, ofPersonSql, { personId });
  }

  /** Everything that has no end yet, newest first. */
  open(): Event[] {
    return this.#database.all(EventRow, openSql, {});
  }

  /** Visits that a crash left open end when Lares last heard of them. Absences of cameras go on: they need nobody who watches. */
  endOpen(): void {
    this.#database.run(
      `UPDATE events SET ended_at_ms = max(began_at_ms, heard_at_ms)
       WHERE ended_at_ms IS NULL AND label <> 'camera_offline'`,
    );
  }

  /** Ends an event when Lares last heard of it. */
  endAsHeard(id: EventId): void {
    this.#database.run(
      'UPDATE events SET ended_at_ms = max(began_at_ms, heard_at_ms) WHERE id = @id AND ended_at_ms IS NULL',
      { id },
    );
  }

  setIdentity(id: EventId, identity: Identity): void {
    this.#database.transaction(() => {
      this.#database.run(
        'UPDATE events SET identity = @identity, person_id = @personId, confidence = @confidence WHERE id = @id',
        { id, ...this.#identityColumns(identity) },
      );
    });
  }

  /** Whether Lares may delete the event, and the video that shows it, by itself. */
  keep(id: EventId, kept: boolean): void {
    this.#database.run('UPDATE events SET kept = @kept WHERE id = @id', { id, kept: kept ? 1 : 0 });
  }

  async #removePictures(id: EventId): Promise<void> {
    await this.#vault.remove({ kind: 'snapshot', id });
    await this.#faces.forget(id);
  }

  #identityColumns(identity: Identity) {
    if (identity.kind !== 'known') return { identity: identity.kind, personId: null, confidence: null };
    const { personId, confidence } = identity;
    const row = z.object({ id: z.string() });
    const isThere = this.#database.get(row, 'SELECT id FROM people WHERE id = @personId', { personId });
    return isThere === null
      ? { identity: 'unknown', personId: null, confidence: null }
      : { identity: 'known', personId, confidence };
  }
}

export const selectSql = `
  SELECT events.id, camera_id, label, score, box_x, box_y, box_width, box_height, began_at_ms, ended_at_ms, why,
         identity, person_id, people.name AS person_name, confidence, liveness, zones, crossings, events.kept, has_snapshot,
         EXISTS (SELECT 1 FROM event_faces WHERE event_id = events.id) AS has_face
  FROM events LEFT JOIN people ON people.id = person_id`;

/** Exported for the test that sees that they search an index and sort nothing. */
export const newestSql = `${selectSql}
  WHERE began_at_ms < @beforeMs ORDER BY began_at_ms DESC, events.id DESC LIMIT @limit`;
export const newestOfCameraSql = `${selectSql}
  WHERE camera_id = @cameraId AND began_at_ms < @beforeMs ORDER BY began_at_ms DESC, events.id DESC LIMIT @limit`;

export const newestOfPersonSql = `${selectSql}
  WHERE person_id = @personId AND began_at_ms < @beforeMs ORDER BY began_at_ms DESC, events.id DESC LIMIT @limit`;
export const newestOfPersonAtSql = `${selectSql}
  WHERE person_id = @personId AND camera_id = @cameraId AND began_at_ms < @beforeMs
  ORDER BY began_at_ms DESC, events.id DESC LIMIT @limit`;

const ofPersonSql = `${selectSql}
  WHERE person_id = @personId ORDER BY began_at_ms DESC, events.id DESC`;

/** Exported as those above are. */
export const openSql = `${selectSql}
  WHERE ended_at_ms IS NULL ORDER BY began_at_ms DESC, events.id DESC`;

/** The next free moment of its millisecond. */
const momentSql = `(
  SELECT ifnull(max(moment) + 1, @firstMoment) FROM events WHERE moment BETWEEN @firstMoment AND @firstMoment + 1023)`;

/** What the owner called a mistake stays one, whatever is told of a visit that goes on. */
const unlessMistaken = (column: string): string =>
  `${column} = CASE WHEN EXISTS (SELECT 1 FROM mistakes WHERE event_id = excluded.id) THEN ${column} ELSE excluded.${column} END`;

const putSql = `
  INSERT INTO events (id, camera_id, label, score, box_x, box_y, box_width, box_height, began_at_ms, ended_at_ms,
                      why, liveness, zones, crossings, heard_at_ms, identity, person_id, confidence, moment)
  VALUES (@id, @cameraId, @label, @score, @x, @y, @width, @height, @beganAtMs, @endedAtMs,
          @why, @liveness, @zones, @crossings, @heardAtMs, @identity, @personId, @confidence, ${momentSql})
  ON CONFLICT (id) DO UPDATE SET
    camera_id = excluded.camera_id, ${unlessMistaken('label')}, score = excluded.score, box_x = excluded.box_x,
    box_y = excluded.box_y, box_width = excluded.box_width, box_height = excluded.box_height,
    began_at_ms = excluded.began_at_ms, ended_at_ms = excluded.ended_at_ms, why = excluded.why,
    liveness = excluded.liveness, zones = excluded.zones, crossings = excluded.crossings, heard_at_ms = excluded.heard_at_ms,
    ${unlessMistaken('identity')}, ${unlessMistaken('person_id')}, ${unlessMistaken('confidence')},
    moment = CASE WHEN excluded.moment / 1024 = moment / 1024 THEN moment ELSE excluded.moment END`;
