import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Clip, NewClip } from '../../../../services/contract/clip.ts';
import type { DiskState } from '../../../../services/contract/disk.ts';
import { CameraId, ClipId, EventId } from '../../../../services/contract/identifiers.ts';
import { Settings } from '../../../../services/contract/settings.ts';
import { Audit } from '../../../../services/hub/audit.ts';
import { Events } from '../../../../services/hub/events.ts';
import { Notices } from '../../../../services/hub/notices.ts';
import { HouseRetention } from '../../../../services/hub/retention/house-retention.ts';
import { Signal } from '../../../../services/hub/signal.ts';
import { openStore } from '../../../../services/store/store.ts';
import { silentLog } from '../../../fixtures/silent-log.ts';
import { jpegOf, visit } from '../../store/samples.ts';
import { scratchFolder } from '../../store/scratch.ts';

const dayMs = 86_400_000;
const nowMs = 1_700_000_000_000;
const yard = CameraId.parse('yard');

const stateOf = (state: DiskState): { state: DiskState } => ({ state });

/** Retention over a real store, on a disk of which the test says how full it is. */
function house(retention: object = {}) {
  const dataDirectory = scratchFolder();
  const store = openStore({ dataDirectory, key: new Uint8Array(32).fill(4), now: () => nowMs });
  const events = new Events(store.events, silentLog);
  const notices = new Notices();
  const audit = new Audit({ table: store.audit, log: silentLog });
  const state: DiskState = { kind: 'well', freeBytes: 50e9, totalBytes: 100e9 };
  const look = (): Promise<void> => Promise.resolve();
  const disk = { changed: new Signal<DiskState>(), look, ...stateOf(state) };
  const settings = Settings.parse({ retention });
  const parts = { store, events, notices, audit, disk, settings: () => settings, log: silentLog };
  const keeper = new HouseRetention({ ...parts, now: () => nowMs });
  onTestFinished(async () => {
    await keeper.stop();
    store.close();
  });
  const folder = join(dataDirectory, 'clips');
  return {
    ...{ store, events, notices, audit, disk, keeper },
    /** A clip of ten seconds and some bytes that began so many days ago. */
    record: async (daysAgo: number, more: Partial<NewClip> = {}, bytes = 100): Promise<Clip> => {
      const about = { cameraId: yard, eventId: null, kind: 'continuous', codec: 'avc1.640028' } as const;
      const startedAtMs = nowMs - daysAgo * dayMs;
      const writer = await store.clips.begin({ ...about, startedAtMs, width: 16, height: 9, ...more });
      await writer.append(new Uint8Array(bytes), { durationMs: 10_000 });
      const clip = await writer.finish();
      if (clip === null) throw new Error('nothing was written');
      return clip;
    },
    /** A visit of five seconds. */
    visited: (name: string, daysAgo: number, more: Parameters<typeof visit>[1] = {}): EventId => {
      const beganAtMs = nowMs - daysAgo * dayMs;
      store.events.put(visit(name, { cameraId: yard, beganAtMs, endedAtMs: beganAtMs + 5000, ...more }));
      return EventId.parse(name);
    },
    clips: (): ClipId[] => store.clips.list({ cameraId: yard, fromMs: 0, untilMs: 1e15 }).map(({ id }) => id),
    files: (): string[] =>
      readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
        .filter((entry) => entry.isFile() && ClipId.safeParse(entry.name).success)
        .map(({ name }) => name)
        .toSorted(),
  };
}

describe('retention', () => {
  it('deletes what is too old with its file, and keeps what its owner keeps', async () => {
    const { record, visited, store, events, keeper, clips, files, notices, audit } = house();
    const old = await record(5);
    const shows = await record(6);
    visited('cat', 6, { label: 'animal' });
    const oldVisit = visited('old-visit', 40);
    const ofOldVisit = await record(40, { kind: 'event', eventId: oldVisit });
    const kept = await record(300);
    store.clips.keep(kept.id, true);
    const dear = visited('dear', 200);
    const ofDear = await record(200, { kind: 'event', eventId: dear });
    expect(events.keep(dear, true)).toMatchObject({ id: 'dear', kept: true });
    const young = await record(1);
    await keeper.tidy();
    expect(clips()).toEqual([kept, ofDear, shows, young].map(({ id }) => id));
    expect(files()).toEqual(clips().toSorted());
    expect([store.clips.get(old.id), store.clips.get(ofOldVisit.id)]).toEqual([null, null]);
    // It was to be expected: nobody is told.
    expect([notices.list(), audit.newest(10)]).toEqual([[], []]);
    events.keep(dear, false);
    await keeper.tidy();
    expect(store.clips.get(ofDear.id)).toBeNull();
    expect(store.events.get(dear)).toBeNull();
  });

  it('deletes old events with their pictures, but none that is kept, goes on, or has video', async () => {
    const { record, visited, store, keeper } = house({ clipDays: { person: 365 } });
    const gone = visited('gone', 91);
    await store.events.putSnapshot(gone, jpegOf('somebody'));
    const filmed = visited('filmed', 91.5);
    await record(91.5);
    const dear = visited('dear', 200);
    store.events.keep(dear, true);
    const open = visited('open', 100, { endedAtMs: null });
    const young = visited('young', 89);
    const ids = [gone, filmed, dear, open, young];
    await keeper.tidy();
    expect(ids.filter((id) => store.events.get(id) !== null)).toEqual([filmed, dear, open, young]);
    expect(await store.events.snapshot(gone)).toBeNull();
  });

  it('makes room before the disk fills, the least worth first, and tells what it took', async () => {
    const { record, visited, store, disk, keeper, clips, notices, audit } = house();
    const person = store.people.create('Ada');
    const named = visited('named', 2, {
      identity: { kind: 'known', personId: person.id, confidence: 0.9, name: 'Ada' },
    });
    const ofNamed = await record(2, { kind: 'event', eventId: named });
    const ofStranger = await record(1.5, { kind: 'event', eventId: visited('stranger', 1.5) });
    await record(1);
    await record(0.9);
    const kept = await record(2.5);
    store.clips.keep(kept.id, true);
    disk.state = { kind: 'well', freeBytes: 5e9 - 50, totalBytes: 100e9 };
    await keeper.tidy();
    // More is missing than all of it has.
    expect(clips()).toEqual([kept.id]);
    expect(notices.list()).toMatchObject([{ id: 'made-room', severity: 'warning' }]);
    expect(notices.list()[0]?.what).toContain('2 that showed nobody, 1 of visits, 1 of visits with a name.');
    expect(audit.newest(10)).toMatchObject([
      { who: 'lares', deed: 'erased', about: '4 recordings to make room' },
    ]);
    expect([store.clips.get(ofNamed.id), store.clips.get(ofStranger.id)]).toEqual([null, null]);
    expect(store.events.get(named)).not.toBeNull();
  });

  it('keeps all video together below what its owner wants, and forecasts', async () => {
    const { record, keeper, clips, notices } = house({ mostGigabytes: 0.1 });
    const size = 30e6;
    const first = await record(1, {}, size);
    const rest = [await record(0.9, {}, size), await record(0.8, {}, size), await record(0.7, {}, size)];
    await keeper.tidy();
    expect(clips()).toEqual(rest.map(({ id }) => id));
    expect(clips()).not.toContain(first.id);
    expect(notices.list()).toEqual([]);
    expect(keeper.forecast()).toMatchObject({
      heldBytes: 90e6,
      roomBytes: 10e6,
      bytesPerDay: 30e6,
      cameras: [{ cameraId: 'yard', bytesPerDay: 30e6 }],
    });
  });
});
