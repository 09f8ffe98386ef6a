import { z } from 'zod';
import type { Visit } from '../../../services/contract/event.ts';
import type { Database } from '../../../services/store/database.ts';
import { extraColumns } from '../../../services/store/event-row.ts';
import { firstMomentOf } from '../../../services/store/moment.ts';

const batchSize = 5000;

/**
 * Fills a house with visits of which nobody measures the writing: what the triggers of a visit do is done for many at once, so that a
 * million are there in a third of the time. They are found and counted like any others.
 */
export function fill(database: Database, visits: Iterable<Visit['event']>): void {
  const triggers = database.all(Trigger, triggersSql);
  for (const { name } of triggers) database.script(`DROP TRIGGER ${name}`);
  const subjects = new Subjects(database);
  let batch: Visit['event'][] = [];
  const write = (): void => {
    database.transaction(() => {
      for (const visit of batch) put(database, visit, subjects.of(visit));
    });
    batch = [];
  };
  for (const visit of visits) if (batch.push(visit) === batchSize) write();
  write();
  database.transaction(() => {
    database.script(recountSql);
    for (const { sql } of triggers) database.script(sql);
  });
}

/** The numbers of what visits are about, each looked up once. */
class Subjects {
  readonly #database: Database;
  readonly #numbers = new Map<string, number>();

  constructor(database: Database) {
    this.#database = database;
  }

  of({ label, identity, cameraId, why, zones = [], crossings = [] }: Visit['event']): string {
    const keys = [
      ['label', label],
      ['identity', identity.kind],
      ['camera', cameraId],
      ...(identity.kind === 'known' ? [['person', identity.personId]] : []),
      ...(why === undefined ? [] : [['why', why]]),
      ...zones.map((zone) => ['zone', zone]),
      ...crossings.map(({ line }) => ['line', line]),
    ];
    return [...new Set(keys.map(([kind = '', key = '']) => `s${this.#number(kind, key)}`))].join(' ');
  }

  #number(kind: string, key: string): number {
    const name = `${kind} ${key}`;
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#database.run(nameSql, { kind, key });
    const sql = 'SELECT number FROM search_subjects WHERE kind = @kind AND key = @key';
    const number = this.#database.get(z.object({ number: z.number() }), sql, { kind, key })?.number ?? 0;
    this.#numbers.set(name, number);
    return number;
  }
}

function put(database: Database, event: Visit['event'], subjects: string): void {
  const { id, cameraId, label, score, box, beganAtMs, endedAtMs, identity } = event;
  const known = identity.kind === 'known' ? identity : null;
  const moment = firstMomentOf(beganAtMs);
  database.run(putSql, {
    ...{ id, cameraId, label, score, beganAtMs, endedAtMs, moment, identity: identity.kind },
    ...box,
    ...extraColumns(event),
    personId: known?.personId ?? null,
    confidence: known?.confidence ?? null,
  });
  database.run('INSERT INTO search_events (rowid, subjects) VALUES (@moment, @subjects)', {
    moment,
    subjects,
  });
}

const triggersSql = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name = 'events_inserted'";
const Trigger = z.object({ name: z.string(), sql: z.string() });
const nameSql = 'INSERT INTO search_subjects (kind, key) VALUES (@kind, @key) ON CONFLICT DO NOTHING';
const putSql = `
  INSERT INTO events (id, camera_id, label, score, box_x, box_y, box_width, box_height, began_at_ms, ended_at_ms,
                      why, liveness, zones, crossings, heard_at_ms, identity, person_id, confidence, moment)
  VALUES (@id, @cameraId, @label, @score, @x, @y, @width, @height, @beganAtMs, @endedAtMs,
          @why, @liveness, @zones, @crossings, 0, @identity, @personId, @confidence, @moment)`;
const recountSql = `
  DELETE FROM event_counts;
  INSERT INTO event_counts
    SELECT camera_id, cast(began_at_ms / 3600000 AS INTEGER), label, count(*) FROM events GROUP BY 1, 2, 3;
  INSERT INTO event_counts SELECT '', hour, label, sum(events) FROM event_counts GROUP BY 2, 3;`;
