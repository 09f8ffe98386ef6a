import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { EventId, FaceId, PersonId } from '../../../services/contract/identifiers.ts';
import type { TranscriptEntry } from '../../../services/contract/voice.ts';
import { openStore } from '../../../services/store/store.ts';
import { face, jpegOf, visit } from './samples.ts';
import { filesIn, scratchFolder } from './scratch.ts';

function emptyStore() {
  const dataDirectory = scratchFolder();
  let nowMs = 1000;
  const store = openStore({ dataDirectory, key: new Uint8Array(32).fill(7), now: () => (nowMs += 1) });
  onTestFinished(() => {
    store.close();
  });
  const photo = (personId: PersonId, descriptor = face()) =>
    store.faces.add({ personId, face: descriptor, origin: 'photo' });
  return { ...store, dataDirectory, photo };
}

const trouble = (code: string): unknown => expect.objectContaining({ name: 'Trouble', code });

test('people are created, found whatever the case, and listed by name', () => {
  const { people } = emptyStore();
  const zoe = people.create('  Zoë ');
  const ada = people.create('Ada');
  expect([zoe.name, zoe.faces, zoe.enrolledAtMs]).toEqual(['Zoë', [], 1001]);
  expect(people.list()).toEqual([ada, zoe]);
  expect(people.findByName('ZOË')).toEqual(zoe);
  expect(people.findByName('Zoe\u0308')).toEqual(zoe);
  expect(people.findByName('Zoe')).toBeNull();
});

test.each(['', '   ', 'x'.repeat(61), '\u200b'])('the name %j is refused', (name) => {
  const { people } = emptyStore();
  expect(() => people.create(name)).toThrow(trouble('bad_input'));
  expect(people.list()).toEqual([]);
});

test('two people never have one name; the sentence does not repeat it', () => {
  const { people } = emptyStore();
  const ada = people.create('Ada');
  const zoe = people.create('Zoë');
  expect(() => people.create('ADA')).toThrow(/^There is already a person with this name\.$/);
  expect(() => {
    people.rename(zoe.id, 'ada');
  }).toThrow(trouble('bad_input'));
  people.rename(ada.id, 'ADA');
  expect(people.list().map((person) => person.name)).toEqual(['ADA', 'Zoë']);
  expect(() => {
    people.rename(PersonId.parse('nobody'), 'Eve');
  }).toThrow(trouble('not_found'));
});

test('no picture is on the disk before the row that tells an erasure of it, and no row stays without one', async () => {
  const { people, notThem, dataDirectory, photo } = emptyStore();
  const ada = people.create('Ada');
  const vault = join(dataDirectory, 'vault');
  const added = [photo(ada.id), notThem.add(ada.id, EventId.parse('e1'), face())];
  expect([people.get(ada.id)?.faces.length, notThem.of(ada.id).length]).toEqual([1, 1]);
  expect(filesIn(vault)).toEqual([]);
  await Promise.all(added);
  expect(filesIn(vault)).toHaveLength(2);
  rmSync(vault, { recursive: true });
  writeFileSync(vault, 'no folder');
  await expect(photo(ada.id)).rejects.toThrow();
  await expect(notThem.add(ada.id, EventId.parse('e1'), face())).rejects.toThrow();
  expect([people.get(ada.id)?.faces.length, notThem.of(ada.id).length]).toEqual([1, 1]);
});

test('a face whose values are no numbers is kept nowhere, since it would be like everybody', async () => {
  const { people, events, eventFaces, dataDirectory, photo } = emptyStore();
  const ada = people.create('Ada');
  const noNumbers = face('x', [1, NaN]);
  await expect(photo(ada.id, noNumbers)).rejects.toThrow('no numbers');
  events.put(visit('e1'));
  await events.putFace(visit('e1').id, noNumbers);
  expect([people.get(ada.id)?.faces, eventFaces.descriptor(visit('e1').id)]).toEqual([[], null]);
  expect(filesIn(join(dataDirectory, 'vault'))).toEqual([]);
});

test('faces are kept in order, with their pictures, and make the gallery', async () => {
  const { people, faces, photo } = emptyStore();
  const ada = people.create('Ada');
  const pose = { yaw: 12, pitch: -3, roll: 0.5 };
  const one = await photo(ada.id, { ...face('one', [1, 0]), quality: 0.75, pose });
  const two = await photo(ada.id, face('two', [0, 1]));
  const kept = { origin: 'photo', modelId: 'test-embedder' };
  expect(people.findByName('ada')).toEqual({
    ...ada,
    faces: [
      { ...kept, id: one, addedAtMs: 1002, quality: 0.75, pose },
      { ...kept, id: two, addedAtMs: 1003, quality: null, pose: null },
    ],
  });
  expect(await faces.picture(two)).toEqual(Buffer.from(jpegOf('two')));
  expect(await faces.picture(FaceId.parse('none'))).toBeNull();
  const { modelId, dimension, metric } = face('', [0, 0]);
  expect(people.gallery()).toEqual([
    {
      personId: ada.id,
      name: 'Ada',
      descriptors: [
        {
          ...{ id: one, origin: 'photo', quality: 0.75, pose },
          ...{ modelId, dimension, metric, values: Float32Array.of(1, 0) },
        },
        { id: two, origin: 'photo', modelId, dimension, metric, values: Float32Array.of(0, 1) },
      ],
      notThem: [],
    },
  ]);
});

test('renaming reaches past events', () => {
  const { people, events } = emptyStore();
  const ada = people.create('Ada');
  events.put(visit('e1', { identity: { kind: 'known', personId: ada.id, name: 'Ada', confidence: 0.9 } }));
  people.rename(ada.id, 'Augusta');
  expect(events.get(EventId.parse('e1'))?.identity).toEqual({
    kind: 'known',
    personId: ada.id,
    name: 'Augusta',
    confidence: 0.9,
  });
});

test('who is removed is gone from faces, events and transcript', async () => {
  const { people, faces, erasure, events, transcript, dataDirectory, photo } = emptyStore();
  const ada = people.create('Ada');
  const zoe = people.create('Zoë');
  await photo(ada.id);
  await photo(zoe.id);
  for (const [id, person] of [['e1', ada] as const, ['e2', zoe] as const])
    events.put(
      visit(id, { identity: { kind: 'known', personId: person.id, name: person.name, confidence: 0.9 } }),
    );
  const entry: TranscriptEntry = {
    id: 't1',
    atMs: 1,
    heard: 'is ada at the Adagio bar',
    intent: { name: 'LaresWhoIsThere', slots: { person: 'Ada', minutes: 3 } },
    outcome: 'answered',
    reply: 'Ada is there, Zoë is not.',
  };
  transcript.add(entry);
  expect(await erasure.erase(ada.id)).toEqual(['e1']);
  expect(await erasure.erase(ada.id)).toEqual([]);
  expect(people.list()).toEqual([{ ...zoe, faces: faces.of(zoe.id) }]);
  expect(people.gallery()).toHaveLength(1);
  expect(events.newest({ limit: 9 }).map((event) => [event.id, event.identity.kind])).toEqual([
    ['e2', 'known'],
    ['e1', 'unknown'],
  ]);
  expect(transcript.newest(9)).toEqual([
    {
      ...entry,
      heard: 'is somebody at the Adagio bar',
      intent: { name: 'LaresWhoIsThere', slots: { person: 'somebody', minutes: 3 } },
      reply: 'somebody is there, Zoë is not.',
    },
  ]);
  expect(filesIn(join(dataDirectory, 'vault'))).toHaveLength(1);
});

test('a face for somebody who is removed at the same moment is not kept', async () => {
  const { people, erasure, dataDirectory, photo } = emptyStore();
  const ada = people.create('Ada');
  await photo(ada.id);
  const late = photo(ada.id).catch((error: unknown) => error);
  await erasure.erase(ada.id);
  await late;
  await expect(photo(ada.id)).rejects.toEqual(trouble('not_found'));
  expect(filesIn(join(dataDirectory, 'vault'))).toEqual([]);
});

test('who was renamed is gone from the transcript by the old name too', async () => {
  const { people, erasure, transcript } = emptyStore();
  const { id } = people.create('Anna');
  transcript.add({
    id: 't1',
    atMs: 1,
    heard: 'is anna home',
    intent: null,
    outcome: 'answered',
    reply: 'Anna is at the door.',
  });
  people.rename(id, 'Maria');
  expect(transcript.newest(1)).toMatchObject([{ heard: 'is Maria home', reply: 'Maria is at the door.' }]);
  await erasure.erase(id);
  expect(transcript.newest(1)).toMatchObject([
    { heard: 'is somebody home', reply: 'somebody is at the door.' },
  ]);
});

test("a person named as an intent's slot does not break the transcript", async () => {
  const { people, erasure, transcript } = emptyStore();
  const name = people.create('Name');
  const entry: TranscriptEntry = {
    id: 't1',
    atMs: 1,
    heard: '',
    intent: { name: 'HassTurnOn', slots: { name: 'lamp' } },
    outcome: 'done',
    reply: '',
  };
  transcript.add(entry);
  await erasure.erase(name.id);
  expect(transcript.newest(1)).toEqual([entry]);
});
