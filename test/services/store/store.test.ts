import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CameraSettings } from '../../../services/contract/camera.ts';
import { Settings } from '../../../services/contract/settings.ts';
import { hasData, openStore } from '../../../services/store/store.ts';
import { face, jpegOf, visit } from './samples.ts';
import { filesIn, scratchFolder } from './scratch.ts';

test('nothing personal lies in clear anywhere below the data folder, open or closed', async () => {
  const dataDirectory = scratchFolder();
  const store = openStore({ dataDirectory, key: randomBytes(32) });
  const person = store.people.create('Wilhelmine Quandt');
  await store.faces.add({ personId: person.id, face: face(), origin: 'photo' });
  const event = visit('e1', {
    identity: { kind: 'known', personId: person.id, name: person.name, confidence: 0.9 },
  });
  store.events.put(event);
  await store.events.putSnapshot(event.id, jpegOf('snapshot'));
  await store.events.putFace(event.id, face());
  const camera = CameraSettings.parse({
    id: 'front_door',
    name: 'Larkspur Gate',
    address: 'rtsp://192.168.77.5/stream',
    password: 'hunter2-camera',
  });
  store.settings.put(Settings.parse({ cameras: [camera] }));
  store.transcript.add({
    id: 't1',
    atMs: 1,
    heard: 'who is in the conservatory',
    intent: null,
    outcome: 'answered',
    reply: 'Wilhelmine Quandt.',
  });
  const texts = [
    ...[
      'Wilhelmine',
      'wilhelmine',
      'Quandt',
      'Larkspur',
      'front_door',
      'hunter2',
      '192.168.77.5',
      'conservatory',
    ],
    ...['SQLite format 3', 'CREATE TABLE', 'JFIF', 'test-embedder', person.id],
  ];
  const needles = [
    ...texts.map((text) => Buffer.from(text)),
    // Four bytes of a JPEG's beginning: three alone are found in a megabyte of noise every sixteenth time.
    Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    Buffer.from(face().values.buffer),
  ];
  const inClear = () =>
    filesIn(dataDirectory).flatMap(({ path, bytes }) =>
      needles
        .filter((needle) => bytes.includes(needle) || path.includes(needle.toString()))
        .map((needle) => `${path}: ${needle.toString()}`),
    );
  // The write-ahead log is the place to forget.
  expect(filesIn(dataDirectory).find(({ path }) => path === 'lares.db-wal')?.bytes.length).toBeGreaterThan(
    4096,
  );
  expect(inClear()).toEqual([]);
  store.close();
  expect(
    filesIn(dataDirectory)
      .map(({ path }) => path.replace(/\b[0-9a-f]{2}\/[0-9a-f]{40}$/, '#'))
      .sort(),
  ).toEqual(['key.mark', 'lares.db', 'vault/#', 'vault/#', 'vault/#']);
  expect(inClear()).toEqual([]);
});

test('another start with the same key finds everything', async () => {
  const dataDirectory = scratchFolder();
  const key = randomBytes(32);
  expect(hasData(dataDirectory)).toBe(false);
  const first = openStore({ dataDirectory, key });
  first.events.put(visit('e1'));
  await first.events.putSnapshot(visit('e1').id, jpegOf('one'));
  first.close();
  first.close();
  expect(hasData(dataDirectory)).toBe(true);
  const second = openStore({ dataDirectory, key });
  expect(second.events.get(visit('e1').id)).toEqual({ ...visit('e1'), hasSnapshot: true, hasFace: false });
  expect(Buffer.from((await second.events.snapshot(visit('e1').id)) ?? [])).toEqual(
    Buffer.from(jpegOf('one')),
  );
  second.close();
});

test('another key is told from damage, and nothing is changed by the attempt', () => {
  const dataDirectory = scratchFolder();
  const key = randomBytes(32);
  const path = join(dataDirectory, 'lares.db');
  openStore({ dataDirectory, key }).close();
  const before = readFileSync(path);
  expect(() => openStore({ dataDirectory, key: randomBytes(32) })).toThrow(
    expect.objectContaining({ name: 'Trouble', code: 'locked' }),
  );
  expect(readFileSync(path)).toEqual(before);
  const changed = Buffer.from(before);
  changed.fill(7, 5000, 5016);
  changed.fill(7, 100, 116);
  writeFileSync(path, changed);
  expect(() => openStore({ dataDirectory, key })).toThrow(
    expect.objectContaining({ name: 'Trouble', code: 'damaged' }),
  );
  expect(readFileSync(path)).toEqual(changed);
  writeFileSync(path, before);
  openStore({ dataDirectory, key }).close();
});

test('a wrong key over data that lost its mark leaves no mark that would lock the right key out', () => {
  const dataDirectory = scratchFolder();
  const key = randomBytes(32);
  openStore({ dataDirectory, key }).close();
  rmSync(join(dataDirectory, 'key.mark'));
  expect(() => openStore({ dataDirectory, key: randomBytes(32) })).toThrow(
    expect.objectContaining({ code: 'damaged' }),
  );
  openStore({ dataDirectory, key }).close();
});

test('folders and files are for this user alone', () => {
  const dataDirectory = join(scratchFolder(), 'data');
  const store = openStore({ dataDirectory, key: randomBytes(32) });
  store.events.put(visit('e1'));
  const modes = ['', 'lares.db', 'lares.db-wal', 'key.mark', 'vault'].map((name) => [
    name,
    (statSync(join(dataDirectory, name)).mode & 0o777).toString(8),
  ]);
  expect(Object.fromEntries(modes)).toEqual({
    '': '700',
    'lares.db': '600',
    'lares.db-wal': '600',
    'key.mark': '600',
    vault: '700',
  });
  store.close();
});
