import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { CameraId, EventId, PersonId } from '../../../services/contract/identifiers.ts';
import { Database } from '../../../services/store/database.ts';
import {
  newestOfCameraSql,
  newestOfPersonAtSql,
  newestOfPersonSql,
  newestSql,
  openSql,
} from '../../../services/store/events.ts';
import { migrate } from '../../../services/store/migrate.ts';
import { openStore } from '../../../services/store/store.ts';
import { face, jpegOf, visit } from './samples.ts';
import { filesIn, scratchFolder } from './scratch.ts';

function emptyStore(dataDirectory = scratchFolder()) {
  let nowMs = 1_700_000_000_000;
  const store = openStore({ dataDirectory, key: new Uint8Array(32).fill(7), now: () => nowMs });
  return { store, dataDirectory, at: (ms: number) => (nowMs = ms) };
}

test('a visit is put, followed, and ends; its snapshot and face stay with it', async () => {
  const { store } = emptyStore();
  const { id } = visit('e1');
  store.events.put(visit('e1', { beganAtMs: 1_700_000_000_000.25 }));
  await store.events.putSnapshot(id, jpegOf('first'));
  await store.events.putSnapshot(id, jpegOf('better'));
  await store.events.putFace(id, face('first'));
  await store.events.putFace(id, face('better', [1, 2, 3]));
  const ended = visit('e1', {
    beganAtMs: 1_700_000_000_000.25,
    endedAtMs: 1_700_000_009_000,
    score: 0.875,
    identity: { kind: 'unknown' },
  });
  store.events.put(ended);
  expect(store.events.get(id)).toEqual({ ...ended, hasSnapshot: true, hasFace: true });
  expect(await store.events.snapshot(id)).toEqual(Buffer.from(jpegOf('better')));
  expect(await store.events.face(id)).toEqual({
    ...face('', [1, 2, 3]),
    crop: Buffer.from(jpegOf('better')),
  });
  store.close();
});

test('what is not there is null', async () => {
  const { store } = emptyStore();
  const { id } = visit('e1');
  expect([store.events.get(id), await store.events.snapshot(id), await store.events.face(id)]).toEqual([
    null,
    null,
    null,
  ]);
  store.close();
});

test('newest first, by camera, page by page', () => {
  const { store } = emptyStore();
  const door = CameraId.parse('front_door');
  const garden = CameraId.parse('garden');
  for (let n = 0; n < 9; n += 1)
    store.events.put(visit(`e${n}`, { beganAtMs: 1000 + n * 10, cameraId: n % 2 === 0 ? door : garden }));
  const ids = (query: Parameters<typeof store.events.newest>[0]) =>
    store.events.newest(query).map((event) => event.id);
  expect(ids({ limit: 3 })).toEqual(['e8', 'e7', 'e6']);
  expect(ids({ limit: 3, beforeMs: 1060 })).toEqual(['e5', 'e4', 'e3']);
  expect(ids({ limit: 9, cameraId: garden })).toEqual(['e7', 'e5', 'e3', 'e1']);
  expect(ids({ limit: 2, cameraId: garden, beforeMs: 1050 })).toEqual(['e3', 'e1']);
  expect(ids({ limit: 2, cameraId: CameraId.parse('cellar') })).toEqual([]);
  const personId = store.people.create('Anna').id;
  for (const n of [2, 5, 6])
    store.events.setIdentity(EventId.parse(`e${n}`), {
      kind: 'known',
      personId,
      name: 'Anna',
      confidence: 1,
    });
  expect(ids({ limit: 9, personId })).toEqual(['e6', 'e5', 'e2']);
  expect(ids({ limit: 9, personId, cameraId: door, beforeMs: 1060 })).toEqual(['e2']);
  store.close();
});

test('the newest are found by searching an index, without sorting', () => {
  const database = Database.open(join(scratchFolder(), 'a.db'), randomBytes(32));
  migrate(database);
  const plan = (sql: string, parameters = {}) =>
    database
      .all(z.object({ detail: z.string() }), `EXPLAIN QUERY PLAN ${sql}`, {
        limit: 1,
        beforeMs: 1,
        ...parameters,
      })
      .map((step) => step.detail);
  const others = [
    'SEARCH people USING INDEX sqlite_autoindex_people_1 (id=?) LEFT-JOIN',
    'CORRELATED SCALAR SUBQUERY 1',
    'SEARCH event_faces USING COVERING INDEX sqlite_autoindex_event_faces_1 (event_id=?)',
  ];
  expect(plan(newestSql)).toEqual(['SEARCH events USING INDEX events_by_time (began_at_ms<?)', ...others]);
  expect(plan(newestOfCameraSql, { cameraId: 'a' })).toEqual([
    'SEARCH events USING INDEX events_by_camera (camera_id=? AND began_at_ms<?)',
    ...others,
  ]);
  expect(plan(newestOfPersonSql, { personId: 'p' })).toEqual([
    'SEARCH events USING INDEX events_by_person (person_id=? AND began_at_ms<?)',
    ...others,
  ]);
  expect(plan(newestOfPersonAtSql, { personId: 'p', cameraId: 'a' })).toEqual([
    'SEARCH events USING INDEX events_by_person_camera (person_id=? AND camera_id=? AND began_at_ms<?)',
    ...others,
  ]);
  expect(plan(openSql)).toEqual(['SCAN events USING INDEX events_open', ...others]);
  database.close();
});

test('a removed event leaves no picture behind, not even one that comes late', async () => {
  const { store, dataDirectory } = emptyStore();
  const { id } = visit('e1');
  store.events.put(visit('e1'));
  await store.events.putSnapshot(id, jpegOf('one'));
  await store.events.putFace(id, face());
  const late = [store.events.putSnapshot(id, jpegOf('two')), store.events.putFace(id, face())];
  await Promise.all([store.events.remove(id), ...late]);
  await store.events.putSnapshot(id, jpegOf('three'));
  await store.events.putFace(id, face());
  expect(store.events.get(id)).toBeNull();
  expect(filesIn(join(dataDirectory, 'vault'))).toEqual([]);
  store.close();
});

test('after a crash the open visits end when they were last heard of', () => {
  const { store, at } = emptyStore();
  at(5000);
  store.events.put(visit('e1', { beganAtMs: 1000 }));
  at(7000);
  store.events.put(visit('e1', { beganAtMs: 1000, score: 0.5 }));
  store.events.put(visit('e2', { beganAtMs: 9000 }));
  store.events.put(visit('e3', { beganAtMs: 1000, endedAtMs: 2000 }));
  at(99_000);
  store.events.endOpen();
  expect(store.events.newest({ limit: 9 }).map(({ id, endedAtMs }) => [id, endedAtMs])).toEqual([
    ['e2', 9000],
    ['e3', 2000],
    ['e1', 7000],
  ]);
  store.close();
});

test('an identity is set, and one that is not among the people is unknown', () => {
  const { store } = emptyStore();
  const id = EventId.parse('e1');
  const stranger = PersonId.parse('p-gone');
  store.events.put(
    visit('e1', { identity: { kind: 'known', personId: stranger, name: 'X', confidence: 0.9 } }),
  );
  expect(store.events.get(id)?.identity).toEqual({ kind: 'unknown' });
  const person = store.people.create('Ada');
  store.events.setIdentity(id, { kind: 'known', personId: person.id, name: 'old name', confidence: 0.75 });
  expect(store.events.get(id)?.identity).toEqual({
    kind: 'known',
    personId: person.id,
    name: 'Ada',
    confidence: 0.75,
  });
  store.events.setIdentity(id, { kind: 'no_face' });
  expect(store.events.get(id)?.identity).toEqual({ kind: 'no_face' });
  store.close();
});

test('a snapshot whose file is gone is null, and a descriptor that lies about its length is our bug', async () => {
  const { store, dataDirectory } = emptyStore();
  const { id } = visit('e1');
  store.events.put(visit('e1'));
  await store.events.putSnapshot(id, jpegOf('one'));
  for (const { path } of filesIn(join(dataDirectory, 'vault'))) rmSync(join(dataDirectory, 'vault', path));
  expect(await store.events.snapshot(id)).toBeNull();
  await expect(store.events.putFace(id, { ...face(), dimension: 5 })).rejects.toThrow('dimension 5');
  store.close();
});
