import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { CameraInput } from '../../../../services/contract/api.ts';
import type { NewClip } from '../../../../services/contract/clip.ts';
import { CameraId, EventId } from '../../../../services/contract/identifiers.ts';
import { EraseSpan, type MemoryWork } from '../../../../services/contract/memory.ts';
import { Audit } from '../../../../services/hub/audit.ts';
import { Events } from '../../../../services/hub/events.ts';
import { HouseMemory } from '../../../../services/hub/memory/house-memory.ts';
import { openDataKey } from '../../../../services/store/data-key.ts';
import { openStore, type Store } from '../../../../services/store/store.ts';
import { startHouse } from '../../../fixtures/house.ts';
import { silentLog } from '../../../fixtures/silent-log.ts';
import { rawDatabase } from '../../store/raw-files.ts';
import { face, jpegOf, visit } from '../../store/samples.ts';
import { filesIn, scratchFolder } from '../../store/scratch.ts';

const key = new Uint8Array(32).fill(9);
const hourMs = 3_600_000;
/** The clock stands still here; the span that goes is the hour from ten to nine hours ago. */
const nowMs = 1_700_000_000_000;
const span = { fromMs: nowMs - 10 * hourMs, toMs: nowMs - 9 * hourMs };
/** The hour that goes, as `live` fills it. */
const then = { fromMs: span.fromMs, seed: 1 };
const door = CameraId.parse('front_door');
const yard = CameraId.parse('yard');

function house(dataDirectory = scratchFolder()) {
  const store = openStore({ dataDirectory, key, now: () => nowMs });
  const events = new Events(store.events, silentLog);
  const cut = vi.fn(() => Promise.resolve());
  const people = { touch: vi.fn() };
  const audit = new Audit({ table: store.audit, log: silentLog });
  const memory = new HouseMemory({
    ...{ store, events, people, audit, log: silentLog, lares: '1.0.0', now: () => nowMs },
    cameras: { list: () => [] },
    recorder: { cut },
  });
  const close = async () => {
    await memory.stop();
    store.close();
  };
  onTestFinished(close);
  return { dataDirectory, store, events, cut, people, audit, memory, close };
}

type House = ReturnType<typeof house>;

function descriptorOf(seed: number): number[] {
  return Array.from({ length: 128 }, (_, n) => Math.sin(seed * 1000 + n) / 8);
}

async function record(store: Store, clip: Partial<NewClip>): Promise<void> {
  const about = { eventId: null, kind: 'event', codec: 'avc1', width: 64, height: 48 } as const;
  const writer = await store.clips.begin({ cameraId: door, startedAtMs: nowMs, ...about, ...clip });
  await writer.append(Buffer.alloc(5000, 'moving pictures'), { durationMs: 60_000 });
  await writer.finish();
}

/** An hour of the house: visits with pictures and faces, one of them kept, videos, a face learnt from a visit, and what was said. */
async function live(
  store: Store,
  name: string,
  { fromMs, seed }: { fromMs: number; seed: number },
): Promise<void> {
  const anna =
    store.people.findByName('Anna') ?? store.people.create('Anna', { givenBy: 'A', recordedBy: 'A' });
  const identity = { kind: 'known', personId: anna.id, name: 'Anna', confidence: 0.9 } as const;
  for (let n = 0; n < 60; n += 1) {
    const beganAtMs = fromMs + n * 60_000;
    const cameraId = n % 2 === 0 ? door : yard;
    const event = visit(`${name}-${n}`, { beganAtMs, endedAtMs: beganAtMs + 5000, cameraId, identity });
    store.events.put(event);
    await store.events.putSnapshot(event.id, jpegOf(`${name} ${n}`));
    if (n % 10 === 0) await store.events.putFace(event.id, face(name, descriptorOf(seed)));
  }
  store.events.keep(EventId.parse(`${name}-25`), true);
  for (const n of [0, 25, 40])
    await record(store, { eventId: EventId.parse(`${name}-${n}`), startedAtMs: fromMs + n * 60_000 });
  await record(store, { cameraId: yard, kind: 'continuous', startedAtMs: fromMs + 60_000 });
  const learnt = { personId: anna.id, face: face(`${name} learnt`, descriptorOf(seed + 1)) };
  await store.faces.add({ ...learnt, origin: 'sighting', eventId: EventId.parse(`${name}-0`) });
  await store.faces.add({ ...learnt, origin: 'event', eventId: EventId.parse(`${name}-2`) });
  const words = { intent: null, outcome: 'done', reply: `${name} answered` } as const;
  store.transcript.add({ id: `said-${name}`, atMs: fromMs + 1000, heard: `wish ${name}`, ...words });
}

/** What tells of an hour: ids, a descriptor, and what was said. */
function traces(name: string, seed: number): Buffer[] {
  const descriptor = Buffer.from(Float32Array.from(descriptorOf(seed)).buffer).subarray(0, 64);
  return [
    ...[`${name}-1`, `${name}-0`, `wish ${name}`, `${name} answered`].map((text) => Buffer.from(text)),
    descriptor,
  ];
}

function found({ dataDirectory }: House, of: readonly Buffer[]): number {
  const raw = rawDatabase(dataDirectory, key);
  return of.filter((trace) => raw.includes(trace)).length;
}

const order = (changes: Partial<EraseSpan> = {}) => EraseSpan.parse({ ...span, undoSeconds: 0, ...changes });

async function erased(memory: HouseMemory): Promise<MemoryWork> {
  await vi.waitFor(
    () => {
      expect(memory.work.kind).toBe('erased');
    },
    { timeout: 30_000, interval: 20 },
  );
  return memory.work;
}

describe('a span of time', () => {
  it('is erased with all that was seen and said in it, and nothing of it is left in the files', async () => {
    const home = house();
    const { store, memory, dataDirectory } = home;
    await live(store, 'gone', then);
    await live(store, 'left', { fromMs: span.toMs, seed: 5 });
    const before = filesIn(dataDirectory).length;
    const goes = { events: 59, pictures: 59, faces: 7, clips: 3, clipBytes: 15_000, exchanges: 1 };
    const kept = { events: 1, pictures: 1, faces: 1, clips: 1, clipBytes: 5000, exchanges: 0 };
    expect(memory.preview(span)).toEqual({ goes, kept });
    expect(found(home, traces('gone', 1))).toBe(5);
    const seen: MemoryWork['kind'][] = [];
    memory.changed.listen(({ kind }) => seen.push(kind));

    expect(memory.erase(order())).toEqual({ kind: 'waiting', span, startsAtMs: nowMs });
    expect(await erased(memory)).toEqual({ kind: 'erased', span, gone: goes, atMs: nowMs });

    expect([...new Set(seen)]).toEqual(['waiting', 'erasing', 'erased']);
    const nothing = { events: 0, pictures: 0, faces: 0, clips: 0, clipBytes: 0, exchanges: 0 };
    // Which visit a face was enrolled from is not known any more.
    expect(memory.preview(span)).toEqual({ goes: nothing, kept: { ...kept, faces: 0 } });
    expect(found(home, traces('gone', 1))).toBe(0);
    expect(found(home, traces('left', 5))).toBe(5);
    // 59 pictures, six faces of visits, one that was learnt, three videos.
    expect(filesIn(dataDirectory)).toHaveLength(before - 69);
    expect(home.cut).toHaveBeenCalledWith(undefined);
    expect(home.people.touch).toHaveBeenCalled();
    expect(store.events.get(EventId.parse('gone-25'))?.hasSnapshot).toBe(true);
    const counts = store.counts.byHour({ fromMs: span.fromMs - hourMs, toMs: nowMs });
    expect(counts.reduce((sum, { events }) => sum + events, 0)).toBe(61);
    expect(store.search.find({ words: ['gone'], span, before: Number.MAX_SAFE_INTEGER, limit: 9 })).toEqual(
      [],
    );
    expect(home.audit.newest(1)).toMatchObject([
      { who: 'lares', deed: 'erased', about: '2023-11-14T12:13:20.000Z to 2023-11-14T13:13:20.000Z: done' },
    ]);
  });

  it('goes whole when what is kept is to go too', async () => {
    const home = house();
    await live(home.store, 'gone', then);
    home.memory.erase(order({ kept: true }));
    expect(await erased(home.memory)).toMatchObject({
      gone: { events: 60, faces: 8, clips: 4, clipBytes: 20_000 },
    });
    expect(filesIn(join(home.dataDirectory, 'vault'))).toEqual([]);
    expect(filesIn(join(home.dataDirectory, 'clips'))).toEqual([]);
  });

  it('of one camera leaves the others, and what was said', async () => {
    const { store, memory } = house();
    await live(store, 'gone', then);
    memory.erase(order({ cameraId: yard }));
    expect(await erased(memory)).toMatchObject({ gone: { events: 29, clips: 1, exchanges: 0 } });
    expect(memory.preview(span).goes).toMatchObject({ events: 30, clips: 2, exchanges: 1 });
  });

  it('holds what overlaps it, and what goes on', async () => {
    const { store, memory } = house();
    const { fromMs, toMs } = span;
    for (const [id, beganAtMs, endedAtMs] of [
      ['before', fromMs - 5000, fromMs],
      ['into', fromMs - 5000, fromMs + 1],
      ['over', fromMs - 5000, toMs + 5000],
      ['open', fromMs - 5000, null],
      ['out-of', toMs - 1, toMs + 5000],
      ['after', toMs, toMs + 5000],
    ] as const)
      store.events.put(visit(id, { beganAtMs, endedAtMs }));
    memory.erase(order());
    await erased(memory);
    expect(store.events.newest({ limit: 9 }).map(({ id }) => id)).toEqual(['after', 'before']);
  });

  it('can be taken back until it begins, and only one is erased at a time', async () => {
    const { store, memory } = house();
    await live(store, 'gone', then);
    memory.erase(order({ undoSeconds: 10 }));
    expect(() => memory.erase(order())).toThrow('Another span of time is being erased.');
    expect(memory.cancel()).toEqual(span);
    expect(memory.work).toEqual({ kind: 'none' });
    expect(store.spans.erasures.first()).toBeNull();
    expect(() => memory.cancel()).toThrow('There is no erasure that could still be taken back.');
    expect(memory.preview(span).goes.events).toBe(59);
    expect(() => memory.preview({ fromMs: nowMs, toMs: nowMs + 1 })).toThrow('This time has not come yet');
  });

  it('whose erasure was cut short is erased by the next start', async () => {
    const first = house();
    await live(first.store, 'gone', then);
    let steps = 0;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    first.memory.changed.listen(({ kind }) => {
      if (kind === 'erasing' && (steps += 1) === 20) resolve(undefined);
    });
    first.memory.erase(order());
    await promise;
    await first.close();
    const second = house(first.dataDirectory);
    expect(second.memory.preview(span).goes.events).toBeGreaterThan(10);
    second.memory.start();
    await erased(second.memory);
    expect(second.memory.preview(span).goes).toMatchObject({ events: 0, clips: 0, exchanges: 0 });
    expect(found(second, traces('gone', 1))).toBe(0);
  });

  it('takes along what was set aside: damaged databases, and videos of that time that nobody has a key of', async () => {
    const { memory, dataDirectory, store } = house();
    await live(store, 'gone', then);
    const aside = (name: string, atMs: number): string => {
      const path = join(dataDirectory, 'clips', `${name}.aside`);
      writeFileSync(path, 'sealed');
      utimesSync(path, atMs / 1000, atMs / 1000);
      return path;
    };
    const [early, late] = [aside('early', span.fromMs - hourMs), aside('then', span.fromMs + hourMs / 2)];
    for (const ending of ['', '-wal'])
      writeFileSync(join(dataDirectory, `lares.db.damaged-2023${ending}`), 'pages');
    memory.erase(order());
    await erased(memory);
    expect([existsSync(early), existsSync(late)]).toEqual([true, false]);
    expect(readdirSync(dataDirectory).filter((name) => name.includes('damaged'))).toEqual([]);
  });
});

it('a camera that is removed leaves its videos, or takes them along with their key', async () => {
  const { api, folder } = await startHouse();
  for (const id of [door, yard])
    await api.cameras.save.mutate(CameraInput.parse({ id, name: id, address: 'rtsp://127.0.0.1:9/1' }));
  const opened = await openDataKey({ configDirectory: join(folder, 'config'), dataExists: true });
  if (opened.kind !== 'open') throw new Error('the house is locked');
  const store = openStore({ dataDirectory: join(folder, 'data'), key: opened.key });
  for (const cameraId of [door, yard, yard]) await record(store, { cameraId });
  await api.cameras.remove.mutate({ cameraId: door });
  await api.cameras.remove.mutate({ cameraId: yard, recordings: 'erase' });
  const span = { fromMs: 0, untilMs: nowMs + hourMs };
  expect(store.clips.list({ cameraId: door, ...span })).toHaveLength(1);
  expect(store.clips.list({ cameraId: yard, ...span })).toEqual([]);
  expect(filesIn(join(folder, 'data/clips')).filter(({ path }) => path.includes('/'))).toHaveLength(1);
  store.close();
  expect((await api.audit.newest.query({ limit: 3 })).map(({ deed, about }) => `${deed} ${about}`)).toEqual([
    'erased recordings of yard',
    'changed_settings camera yard',
    'changed_settings camera front_door',
  ]);
});
