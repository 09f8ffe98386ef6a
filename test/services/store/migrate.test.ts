import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { EventId } from '../../../services/contract/identifiers.ts';
import { Database } from '../../../services/store/database.ts';
import { migrate, migrations } from '../../../services/store/migrate.ts';
import { search } from '../../../services/store/search-query.ts';
import { openStore } from '../../../services/store/store.ts';
import { derivedKey } from '../../../services/store/derived-key.ts';
import { face, visit } from './samples.ts';
import { scratchFolder } from './scratch.ts';

const Schema = z.object({ name: z.string(), sql: z.string().nullable() });

function schemaOf(database: Database) {
  return database.all(Schema, 'SELECT name, sql FROM sqlite_schema ORDER BY name');
}

function openedAt(steps: number, file = join(scratchFolder(), 'a.db'), key: Uint8Array = new Uint8Array(32)) {
  const database = Database.open(file, key);
  migrate(database, migrations.slice(0, steps));
  return database;
}

test('from scratch, and from each earlier version, the same tables come out', () => {
  const fresh = openedAt(migrations.length);
  expect(fresh.version).toBe(migrations.length);
  for (let from = 1; from < migrations.length; from += 1) {
    const old = openedAt(from);
    migrate(old);
    expect(schemaOf(old)).toEqual(schemaOf(fresh));
    expect(old.version).toBe(migrations.length);
  }
});

test('every table but those of the full-text search is strict', () => {
  const database = openedAt(migrations.length);
  const tables = database.all(
    z.object({ name: z.string(), strict: z.number() }),
    `SELECT name, strict FROM pragma_table_list
     WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
  );
  expect(tables.length).toBeGreaterThan(5);
  expect(tables.filter((table) => table.strict !== 1)).toEqual([]);
});

test('data of version 1 is read by this version', () => {
  const dataDirectory = scratchFolder();
  const key = new Uint8Array(randomBytes(32));
  const old = openedAt(1, join(dataDirectory, 'lares.db'), derivedKey(key, 'database'));
  old.script(`
    INSERT INTO people VALUES ('p1', 'Ada', 'ada', 5);
    INSERT INTO events VALUES
      ('e1', 'front_door', 'person', 0.75, 0.25, 0.125, 0.5, 0.5, 1000, 2000, 2000, 'known', 'p1', 0.75, 0);
    INSERT INTO settings VALUES ('demo', 'false');
  `);
  old.close();
  const store = openStore({ dataDirectory, key });
  expect(store.events.get(EventId.parse('e1'))).toEqual({
    ...visit('e1', { beganAtMs: 1000, endedAtMs: 2000 }),
    identity: { kind: 'known', personId: 'p1', name: 'Ada', confidence: 0.75 },
    hasSnapshot: false,
    hasFace: false,
  });
  expect(store.settings.get().demo).toBe(false);
  expect(store.transcript.newest(5)).toEqual([]);
  store.close();
});

test('people and faces of version 3 are kept, as photos without a recorded consent', async () => {
  const dataDirectory = scratchFolder();
  const key = new Uint8Array(randomBytes(32));
  const old = openedAt(3, join(dataDirectory, 'lares.db'), derivedKey(key, 'database'));
  old.script(`
    INSERT INTO people VALUES ('p1', 'Ada', 'ada', 5);
    INSERT INTO faces VALUES ('f1', 'p1', 'old-embedder', 2, 'euclidean', x'0000803f00000000', 6);
    INSERT INTO events VALUES
      ('e1', 'front_door', 'person', 0.75, 0.25, 0.125, 0.5, 0.5, 1000, 2000, 2000, 'unknown', NULL, NULL, 0, NULL);
    INSERT INTO event_faces VALUES ('e1', 'old-embedder', 2, 'euclidean', x'0000803f00000000');
  `);
  old.close();
  const store = openStore({ dataDirectory, key });
  expect(store.people.list()).toEqual([
    {
      ...{ id: 'p1', name: 'Ada', enrolledAtMs: 5, consent: null, leavesAtMs: null },
      faces: [
        { id: 'f1', origin: 'photo', addedAtMs: 6, quality: null, pose: null, modelId: 'old-embedder' },
      ],
    },
  ]);
  const values = Float32Array.of(1, 0);
  const descriptor = { modelId: 'old-embedder', dimension: 2, metric: 'euclidean', values };
  expect(store.people.gallery()).toEqual([
    {
      ...{ personId: 'p1', name: 'Ada', notThem: [] },
      descriptors: [{ id: 'f1', origin: 'photo', ...descriptor }],
    },
  ]);
  expect(store.eventFaces.descriptor(EventId.parse('e1'))).toEqual(descriptor);
  expect(store.groups.ungrouped(9)).toEqual(['e1']);
  // What is put there now has a place for everything that is new.
  const told = {
    ...visit('e2', { endedAtMs: 5, identity: { kind: 'unknown' } }),
    liveness: 0.75,
    zones: ['Path', 'Steps'],
    crossings: [{ line: 'Gate', direction: 'in' as const, atMs: 4 }],
  };
  store.events.put(told);
  const pose = { yaw: -20, pitch: 4, roll: 1 };
  await store.events.putFace(told.id, { ...face(), quality: 0.5, pose, liveness: 0.75 });
  expect(store.events.get(told.id)).toEqual({ ...told, hasSnapshot: false, hasFace: true });
  expect(await store.events.face(told.id)).toMatchObject({ quality: 0.5, pose, liveness: 0.75 });
  store.close();
});

test('what version 7 kept is found, counted, and in its order; the audit begins', () => {
  const dataDirectory = scratchFolder();
  const key = new Uint8Array(randomBytes(32));
  const old = openedAt(7, join(dataDirectory, 'lares.db'), derivedKey(key, 'database'));
  old.script(`
    INSERT INTO people (id, name, name_key, enrolled_at_ms) VALUES ('p1', 'Ada', 'ada', 5);
    INSERT INTO transcript (id, at_ms, heard, outcome, reply) VALUES ('t1', 3600500, 'open the garage', 'done', '');`);
  const insert = `
    INSERT INTO events (id, camera_id, label, score, box_x, box_y, box_width, box_height, began_at_ms, ended_at_ms,
                        heard_at_ms, identity, person_id, confidence, zones)`;
  old.script(`${insert} VALUES
    ('e1', 'front_door', 'person', 0.75, 0, 0, 1, 1, 3600000.5, 3600001, 1, 'known', 'p1', 0.75, '["Steps"]'),
    ('e2', 'garage', 'vehicle', 0.75, 0, 0, 1, 1, 3600000, 3600001, 1, 'no_face', NULL, NULL, NULL),
    ('e3', 'garage', 'vehicle', 0.75, 0, 0, 1, 1, 7200000, 7200001, 1, 'no_face', NULL, NULL, NULL)`);
  old.close();
  const store = openStore({ dataDirectory, key });
  const found = (text: string) =>
    search(store.search, { text, limit: 9 }, 0).results.map((result) =>
      result.kind === 'event' ? result.event.id : result.entry.id,
    );
  expect(
    ['', 'car', 'ada', 'steps', 'front door', 'garage'].map((text) => [text, found(text).join(' ')]),
  ).toEqual([
    ...[
      ['', 'e3 t1 e2 e1'],
      ['car', 'e3 e2'],
      ['ada', 'e1'],
      ['steps', 'e1'],
      ['front door', 'e1'],
    ],
    ['garage', 'e3 t1 e2'],
  ]);
  expect(store.counts.byHour({ fromMs: 0, toMs: 9_000_000 })).toEqual([
    { hourMs: 3_600_000, label: 'person', events: 1 },
    { hourMs: 3_600_000, label: 'vehicle', events: 1 },
    { hourMs: 7_200_000, label: 'vehicle', events: 1 },
  ]);
  expect(store.audit.check()).toEqual({ entries: 0, flaws: [] });
  store.close();
});

test('a migration that fails changes nothing', () => {
  const database = openedAt(1);
  const before = schemaOf(database);
  expect(() => {
    migrate(database, [
      ...migrations.slice(0, 1),
      'CREATE TABLE extra (a TEXT) STRICT; CREATE TABLE people (a TEXT);',
    ]);
  }).toThrow('people already exists');
  expect(schemaOf(database)).toEqual(before);
  expect(database.version).toBe(1);
});

test('a database of a newer program is left alone', () => {
  const database = openedAt(migrations.length);
  database.version = migrations.length + 1;
  expect(() => {
    migrate(database);
  }).toThrow(
    `The database is of version ${migrations.length + 1}, and this Lares knows only up to ${migrations.length}.`,
  );
  expect(database.version).toBe(migrations.length + 1);
});
