import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Database } from '../../../services/store/database.ts';
import { migrate } from '../../../services/store/migrate.ts';
import { heldSql, oldEventsSql, RetentionTable } from '../../../services/store/retention.ts';
import { scratchFolder } from './scratch.ts';

const opened = (): Database => {
  const database = Database.open(join(scratchFolder(), 'a.db'), new Uint8Array(32));
  migrate(database);
  return database;
};

test('what is oldest is found by indexes alone', () => {
  const database = opened();
  const Step = z.object({ detail: z.string() });
  const held = { beforeMs: 5, afterMs: 0, afterId: '', limit: 10, longestVisitMs: 1 };
  for (const [sql, parameters] of [
    [heldSql, held],
    [oldEventsSql, { beforeMs: 5, afterMs: 0, afterId: '', limit: 10, longestClipMs: 1 }],
  ] as const) {
    const steps = database.all(Step, `EXPLAIN QUERY PLAN ${sql}`, parameters).map(({ detail }) => detail);
    expect(steps.filter((step) => /^SCAN (?!page)/.test(step))).toEqual([]);
    expect(steps.filter((step) => /events|clips|visits/.test(step) && !step.includes('INDEX'))).toEqual([]);
  }
  database.close();
});

test('clips come page by page, the oldest first, but those that are being recorded', () => {
  const database = opened();
  const table = new RetentionTable(database);
  const put = (id: string, startedAtMs: number, state = 'finished'): void => {
    const row = { id, startedAtMs, state };
    database.run(
      `INSERT INTO clips (id, camera_id, kind, state, started_at_ms, duration_ms, bytes, codec, width, height, wrapped_key)
       VALUES (@id, 'yard', 'continuous', @state, @startedAtMs, 10, 4, 'avc1', 1, 1, zeroblob(60))`,
      row,
    );
  };
  for (const id of ['b', 'a', 'c']) put(id, 100);
  put('old', 50, 'cut');
  put('now', 60, 'recording');
  put('new', 300);
  const first = table.clips({ beforeMs: 300, after: null, limit: 2 });
  const second = table.clips({ beforeMs: 300, after: first.at(-1) ?? null, limit: 2 });
  const third = table.clips({ beforeMs: 300, after: second.at(-1) ?? null, limit: 2 });
  expect([first, second, third].map((page) => page.map(({ id }) => id))).toEqual([
    ['old', 'a'],
    ['b', 'c'],
    [],
  ]);
  expect(first[0]).toEqual({
    ...{ id: 'old', cameraId: 'yard', kind: 'continuous', startedAtMs: 50, endsAtMs: 60, bytes: 4 },
    ...{ shows: [], isNamed: false, isKept: false },
  });
  database.close();
});

test('what was written is counted by day and camera, whatever was deleted of it since', () => {
  const database = opened();
  const table = new RetentionTable(database);
  const dayMs = 86_400_000;
  const put = (id: string, camera: string, [day, bytes]: readonly [number, number]): void => {
    database.run(
      `INSERT INTO clips (id, camera_id, kind, state, started_at_ms, codec, width, height, wrapped_key)
       VALUES (@id, @camera, 'event', 'recording', @startedAtMs, 'avc1', 1, 1, zeroblob(60))`,
      { id, camera, startedAtMs: day * dayMs + 5 },
    );
    database.run("UPDATE clips SET bytes = @bytes, state = 'finished' WHERE id = @id", { id, bytes });
  };
  put('a', 'yard', [10, 100]);
  put('b', 'yard', [10, 50]);
  put('c', 'door', [10, 7]);
  put('d', 'yard', [12, 3]);
  table.noteWritten(12, 40.4);
  table.noteWritten(12, 2);
  database.run("DELETE FROM clips WHERE id = 'a'");
  expect(table.clipBytes()).toBe(60);
  expect(table.written(10)).toEqual([
    { day: 10, cameras: { door: 7, yard: 150 }, all: 0 },
    { day: 12, cameras: { yard: 3 }, all: 42 },
  ]);
  expect(table.written(11).map(({ day }) => day)).toEqual([12]);
  database.close();
});
