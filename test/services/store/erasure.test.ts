import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { EventId, type PersonId } from '../../../services/contract/identifiers.ts';
import { Database } from '../../../services/store/database.ts';
import { derivedKey } from '../../../services/store/derived-key.ts';
import { openStore, type Store } from '../../../services/store/store.ts';
import { rawDatabase } from './raw-files.ts';
import { face, jpegOf, visit } from './samples.ts';
import { filesIn, scratchFolder } from './scratch.ts';

const key = new Uint8Array(32).fill(9);

/** Who goes and who stays, with a name that nothing else holds, and a descriptor of their own. */
const erased = { name: 'Wilhelmine Quandt', seed: 1 };
const staying = { name: 'Bartholomäus Zwickl', seed: 2 };
type Somebody = typeof erased;

function descriptorOf(seed: number): number[] {
  return Array.from({ length: 128 }, (_, n) => Math.sin(seed * 1000 + n) / 8);
}

function house() {
  const dataDirectory = scratchFolder();
  let nowMs = 1_700_000_000_000;
  const store = openStore({ dataDirectory, key, now: () => (nowMs += 1) });
  onTestFinished(() => {
    store.close();
  });
  return { dataDirectory, store };
}

/** Enrols somebody by two faces, with visits, a correction, a consent for another and words in the transcript. */
async function live(store: Store, { name, seed }: Somebody): Promise<PersonId> {
  const { id } = store.people.create(name, { givenBy: name, recordedBy: name });
  for (const n of [0, 1])
    await store.faces.add({
      personId: id,
      face: face(`${name} ${n}`, descriptorOf(seed)),
      origin: 'photo',
    });
  for (let n = 0; n < 30; n += 1) {
    const event = visit(`${seed}-${n}`, { identity: { kind: 'known', personId: id, name, confidence: 0.9 } });
    store.events.put(event);
    await store.events.putSnapshot(event.id, jpegOf(`${name} at the door ${n}`));
    await store.events.putFace(event.id, face(`${name} seen ${n}`, descriptorOf(seed)));
  }
  await store.notThem.add(id, EventId.parse(`${seed}-0`), face('a stranger', descriptorOf(seed + 10)));
  store.transcript.add({
    id: `t-${seed}`,
    atMs: seed,
    heard: `is ${name.toLowerCase()} at home`,
    intent: { name: 'LaresWhoIsThere', slots: { person: name } },
    outcome: 'answered',
    reply: `${name} is.`,
  });
  store.people.create(`Child of ${seed}`, { givenBy: name, recordedBy: name });
  return id;
}

/** The beginning of a name as the index of words has it: lower case, without accents, and stemmed. */
function stemOf(name: string): string {
  return name.toLowerCase().slice(0, 8);
}

/** What must not be found of somebody, whatever the encoding. */
function tracesOf({ name, seed }: Somebody, id: PersonId): Buffer[] {
  const words = [name, name.toLowerCase(), id, stemOf(name)];
  return [
    ...words.map((word) => Buffer.from(word, 'utf8')),
    ...words.map((word) => Buffer.from(word, 'utf16le')),
    Buffer.from(Float32Array.from(descriptorOf(seed)).buffer).subarray(0, 64),
    Buffer.from(Float32Array.from(descriptorOf(seed)).buffer).subarray(-64),
    Buffer.from(Float32Array.from(descriptorOf(seed + 10)).buffer).subarray(0, 64),
  ];
}

const everything = {
  span: { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY },
  before: Number.MAX_SAFE_INTEGER,
  limit: 100,
};

function found(bytes: Buffer, traces: readonly Buffer[]): number {
  return traces.filter((trace) => bytes.includes(trace)).length;
}

describe('an erasure', () => {
  it('leaves nothing in the database, its free pages or its log, and no picture', async () => {
    const { store, dataDirectory } = house();
    const stayingId = await live(store, staying);
    const before = filesIn(join(dataDirectory, 'vault')).length;
    const id = await live(store, erased);
    const traces = tracesOf(erased, id);
    // The search sees what is there: the name and the id in UTF-8, and three pieces of descriptors.
    expect(found(rawDatabase(dataDirectory, key), traces)).toBe(7);

    expect(await store.erasure.erase(id)).toHaveLength(30);
    expect(store.erasure.scrub()).toBe(true);

    const raw = rawDatabase(dataDirectory, key);
    expect(found(raw, traces)).toBe(0);
    expect(found(raw, tracesOf(staying, stayingId))).toBe(7);
    expect(filesIn(join(dataDirectory, 'vault'))).toHaveLength(before);
    expect(readFileSync(join(dataDirectory, 'lares.db-wal'))).toHaveLength(0);
    // As the files are, encrypted, nobody was ever found in them.
    for (const { path, bytes } of filesIn(dataDirectory)) {
      expect(found(bytes, [...traces, ...tracesOf(staying, stayingId)])).toBe(0);
      expect(path).not.toContain(id);
    }
    expect(
      store.events
        .newest({ limit: 100 })
        .map(({ identity }) => identity.kind)
        .toSorted(),
    ).toEqual([...Array.from({ length: 30 }, () => 'known'), ...Array.from({ length: 30 }, () => 'unknown')]);
    expect(store.events.get(EventId.parse('1-3'))).toMatchObject({ hasSnapshot: false, hasFace: false });
    expect(store.search.find({ ...everything, words: ['wilhelmine'] })).toEqual([]);
    expect(store.search.find({ ...everything, words: ['bartholomaus', 'zwickl'] })).toHaveLength(31);
    expect(store.people.findByName('Child of 1')?.consent).toMatchObject({
      givenBy: 'somebody',
      recordedBy: 'somebody',
    });
  });

  it('leaves nothing when the store is closed and opened again either', async () => {
    const { store, dataDirectory } = house();
    const id = await live(store, erased);
    await store.erasure.erase(id);
    // As if the machine went down before the scrubbing.
    store.close();
    openStore({ dataDirectory, key }).close();
    expect(found(rawDatabase(dataDirectory, key), tracesOf(erased, id))).toBe(0);
  });

  it('that was cut short before the pages were written anew is finished when the store is opened', async () => {
    const { store, dataDirectory } = house();
    const id = await live(store, erased);
    const owes = (): boolean => {
      const database = Database.open(join(dataDirectory, 'lares.db'), derivedKey(key, 'database'));
      const owed = database.owesScrub;
      database.close();
      return owed;
    };
    expect(owes()).toBe(false);
    await store.erasure.erase(id);
    store.close();
    expect(owes()).toBe(true);
    const again = openStore({ dataDirectory, key });
    expect(owes()).toBe(false);
    expect(again.erasure.scrub()).toBe(true);
    again.close();
    expect(owes()).toBe(false);
  });

  it('would leave traces if deleted rows were not overwritten', async () => {
    const { store, dataDirectory } = house();
    const id = await live(store, erased);
    store.close();
    const database = Database.open(join(dataDirectory, 'lares.db'), derivedKey(key, 'database'));
    database.script(`
      PRAGMA secure_delete = off;
      UPDATE events SET identity = 'unknown', person_id = NULL, confidence = NULL;
      DELETE FROM event_faces;
      DELETE FROM transcript;
      DELETE FROM people;`);
    database.emptyLog();
    database.close();
    expect(found(rawDatabase(dataDirectory, key), tracesOf(erased, id))).toBeGreaterThan(0);
  });

  it('that was cut short is finished when it is done again', async () => {
    const { store, dataDirectory } = house();
    const id = await live(store, erased);
    // The pictures are gone already, the rows are not.
    rmSync(join(dataDirectory, 'vault'), { recursive: true });
    expect(await store.erasure.erase(id)).toHaveLength(30);
    expect(await store.erasure.erase(id)).toEqual([]);
    expect(store.people.findByName(erased.name)).toBeNull();
  });

  it('takes what others were told not to be, where the visit was theirs', async () => {
    const { store } = house();
    const ada = await live(store, erased);
    const zoe = await live(store, staying);
    // A visit of Ada's was once taken for Zoë.
    await store.notThem.add(zoe, EventId.parse('1-4'), face('ada', descriptorOf(1)));
    expect(store.notThem.of(zoe)).toHaveLength(2);
    await store.erasure.erase(ada);
    expect(store.notThem.of(zoe)).toHaveLength(1);
  });
});
