import { z } from 'zod';
import type { Event } from '../contract/event.ts';
import { EventId } from '../contract/identifiers.ts';
import type { EventAmong, EventBeside, EventFilter, EventSpan, EventWindow } from '../contract/timeline.ts';
import type { Database } from './database.ts';
import { EventRow } from './event-row.ts';
import { selectSql } from './events.ts';
import { firstMomentOf } from './moment.ts';

/** How many events began within `bucketMs` of `atMs`. */
export interface Bucket {
  readonly atMs: number;
  readonly events: number;
}

const hourMs = 3_600_000;
/** Every time zone differs by whole quarters of an hour. */
const quarterMs = 900_000;

/** Where the moments of events that fit stand, and what has to be bound. */
interface Source {
  readonly from: string;
  readonly moment: string;
  readonly bound: Readonly<Record<string, string | null>>;
}

/** Events by time, whatever they are filtered by: what the index of subjects knows is not looked for row by row. */
export class TimelineTable {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Newest first. */
  window({ fromMs, toMs, offset, limit, ...filter }: EventWindow): Event[] {
    const source = this.#source(filter);
    if (source === null) return [];
    const range = { from: bound(fromMs), to: bound(toMs), offset, limit, ...source.bound };
    return this.#database.all(EventRow, windowSql(source), range);
  }

  /** How many began in a span of time. */
  count({ fromMs, toMs, ...filter }: EventSpan): number {
    const source = this.#source(filter);
    if (source === null) return 0;
    const range = { from: bound(fromMs), to: bound(toMs), ...source.bound };
    return this.#database.get(CountRow, countSql(source), range)?.events ?? 0;
  }

  /** Newest first; `hours` where those are fine enough, which is quicker, else quarters of an hour. */
  buckets(filter: EventFilter, step: 'hours' | 'quarters'): Bucket[] {
    const { cameraId = '', label = null, personId, zone, kept } = filter;
    if (step === 'hours' && personId === undefined && zone === undefined && kept === undefined)
      return this.#database.all(hourRow, hoursSql, { cameraId, label });
    const source = this.#source(filter);
    return source === null ? [] : this.#database.all(quarterRow, quartersSql(source), source.bound);
  }

  /** The neighbours in time, of those that fit. The event itself need not. */
  beside({ eventId, ...filter }: EventAmong): EventBeside {
    const source = this.#source(filter);
    const own = this.#database.get(MomentRow, 'SELECT moment FROM events WHERE id = @eventId', { eventId });
    if (source === null || own === null) return { earlier: null, later: null };
    const next = (direction: '<' | '>'): EventId | null =>
      this.#database.get(IdRow, besideSql(source, direction), { ...own, ...source.bound })?.id ?? null;
    return { earlier: next('<'), later: next('>') };
  }

  /** Null when there is something that no event was ever about. */
  #source({ cameraId, personId, label, zone, kept }: EventFilter): Source | null {
    if (kept === true) {
      const wish = { cameraId: cameraId ?? null, personId: personId ?? null };
      return {
        from: keptFrom,
        moment: 'moment',
        bound: { ...wish, label: label ?? null, zone: zone ?? null },
      };
    }
    const subjects = Object.entries({ camera: cameraId, person: personId, label, zone });
    const numbers: string[] = [];
    for (const [kind, key] of subjects) {
      if (key === undefined) continue;
      const subject = this.#database.get(NumberRow, subjectSql, { kind, key });
      if (subject === null) return null;
      numbers.push(`s${subject.number}`);
    }
    if (numbers.length === 0) return { from: 'FROM events WHERE true', moment: 'moment', bound: {} };
    const match = numbers.join(' AND ');
    return { from: 'FROM search_events WHERE search_events MATCH @match', moment: 'rowid', bound: { match } };
  }
}

/** As far as SQLite counts exactly. */
function bound(ms: number): number {
  return Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, firstMomentOf(ms)));
}

const keptFrom = `
  FROM events INDEXED BY events_kept WHERE kept = 1
    AND (@cameraId IS NULL OR camera_id = @cameraId) AND (@personId IS NULL OR person_id = @personId)
    AND (@label IS NULL OR label = @label)
    AND (@zone IS NULL OR EXISTS (SELECT 1 FROM json_each(zones) WHERE value = @zone))`;

/** FTS5 goes straight to a bound only when that is an integer, which large numbers of JavaScript are not. */
function within({ from, moment }: Source): string {
  return `${from} AND ${moment} >= cast(@from AS INTEGER) AND ${moment} < cast(@to AS INTEGER)`;
}

function countSql(source: Source): string {
  return `SELECT count(*) AS events ${within(source)}`;
}

function windowSql(source: Source): string {
  const { moment } = source;
  return `${selectSql} WHERE moment IN (
    SELECT ${moment} ${within(source)}
    ORDER BY ${moment} DESC LIMIT @limit OFFSET @offset)
  ORDER BY moment DESC`;
}

function besideSql({ from, moment }: Source, direction: '<' | '>'): string {
  return `SELECT id FROM events WHERE moment = (
    SELECT ${moment} ${from} AND ${moment} ${direction} cast(@moment AS INTEGER)
    ORDER BY ${moment} ${direction === '<' ? 'DESC' : 'ASC'} LIMIT 1)`;
}

function quartersSql({ from, moment }: Source): string {
  return `SELECT ${moment} / ${1024 * quarterMs} AS number, count(*) AS events ${from} GROUP BY 1 ORDER BY 1 DESC`;
}

const hoursSql = `
  SELECT hour AS number, sum(events) AS events FROM event_counts
  WHERE camera_id = @cameraId AND (@label IS NULL OR label = @label)
  GROUP BY hour HAVING sum(events) > 0 ORDER BY hour DESC`;
const subjectSql = 'SELECT number FROM search_subjects WHERE kind = @kind AND key = @key';

const bucketRow = (stepMs: number) =>
  z
    .object({ number: z.number(), events: z.number() })
    .transform(({ number, events }): Bucket => ({ atMs: number * stepMs, events }));
const hourRow = bucketRow(hourMs);
const quarterRow = bucketRow(quarterMs);
const CountRow = z.object({ events: z.number() });
const MomentRow = z.object({ moment: z.number() });
const NumberRow = z.object({ number: z.number() });
const IdRow = z.object({ id: EventId });
