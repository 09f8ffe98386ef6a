import { expect, test } from 'vitest';
import type { Visit } from '../../../services/contract/event.ts';
import { CameraId, EventId } from '../../../services/contract/identifiers.ts';
import type { EventFilter } from '../../../services/contract/timeline.ts';
import { openStore } from '../../../services/store/store.ts';
import { visit } from './samples.ts';
import { scratchFolder } from './scratch.ts';

const hourMs = 3_600_000;
const beganAtMs = 1_700_000_000_000;
const garden = CameraId.parse('garden');

/** Five visits, an hour apart, the first the oldest. */
function houseWithVisits() {
  const store = openStore({ dataDirectory: scratchFolder(), key: new Uint8Array(32).fill(7) });
  const anna = store.people.create('Anna');
  const changes: readonly Partial<Visit['event']>[] = [
    { identity: { kind: 'known', personId: anna.id, name: 'Anna', confidence: 0.9 }, zones: ['Path'] },
    { label: 'vehicle', cameraId: garden, zones: ['Path', 'Gate'] },
    { label: 'animal', cameraId: garden },
    { identity: { kind: 'known', personId: anna.id, name: 'Anna', confidence: 0.8 }, cameraId: garden },
    { identity: { kind: 'unknown' } },
  ];
  changes.forEach((change, index) => {
    store.events.put(visit(`e${index}`, { ...change, beganAtMs: beganAtMs + index * hourMs }));
  });
  store.events.keep(EventId.parse('e1'), true);
  store.events.keep(EventId.parse('e3'), true);
  const ids = (filter: EventFilter, more: { offset?: number; limit?: number } = {}): string =>
    store.timeline
      .window({ fromMs: -Infinity, toMs: Infinity, offset: 0, limit: 60, ...filter, ...more })
      .map(({ id }) => id)
      .join(' ');
  return { store, anna: anna.id, ids };
}

test('events of a span of time are found by all that they are filtered by, newest first', () => {
  const { store, anna, ids } = houseWithVisits();
  expect(ids({})).toBe('e4 e3 e2 e1 e0');
  expect(ids({}, { offset: 1, limit: 2 })).toBe('e3 e2');
  expect(ids({ cameraId: garden })).toBe('e3 e2 e1');
  expect(ids({ personId: anna })).toBe('e3 e0');
  expect(ids({ personId: anna, cameraId: garden })).toBe('e3');
  expect(ids({ zone: 'Path' })).toBe('e1 e0');
  expect(ids({ zone: 'Path', label: 'person' })).toBe('e0');
  expect(ids({ zone: 'Moon' })).toBe('');
  expect(ids({ kept: true })).toBe('e3 e1');
  expect(ids({ kept: true, zone: 'Gate', label: 'vehicle', cameraId: garden })).toBe('e1');
  expect(ids({ kept: true, personId: anna })).toBe('e3');
  const day = { offset: 0, limit: 60, fromMs: beganAtMs + hourMs, toMs: beganAtMs + 3 * hourMs };
  expect(store.timeline.window(day).map(({ id }) => id)).toEqual(['e2', 'e1']);
  const { fromMs, toMs } = day;
  expect(store.timeline.count({ fromMs, toMs })).toBe(2);
  expect(store.timeline.count({ fromMs, toMs, zone: 'Gate' })).toBe(1);
  expect(store.timeline.count({ fromMs, toMs, kept: true, cameraId: garden })).toBe(1);
  store.close();
});

test('events are counted by hours and by quarters, with the same filters', () => {
  const { store, anna } = houseWithVisits();
  const hour = Math.floor(beganAtMs / hourMs) * hourMs;
  const counted = (filter: EventFilter, step: 'hours' | 'quarters') =>
    store.timeline.buckets(filter, step).map(({ atMs, events }) => [(atMs - hour) / hourMs, events]);
  expect(counted({}, 'hours')).toEqual([4, 3, 2, 1, 0].map((at) => [at, 1]));
  expect(counted({ cameraId: garden, label: 'vehicle' }, 'hours')).toEqual([[1, 1]]);
  // The visits began thirteen minutes past the hour.
  expect(counted({}, 'quarters')).toEqual([4, 3, 2, 1, 0].map((at) => [at, 1]));
  expect(counted({ personId: anna }, 'hours')).toEqual([
    [3, 1],
    [0, 1],
  ]);
  expect(counted({ kept: true }, 'hours')).toEqual([
    [3, 1],
    [1, 1],
  ]);
  store.close();
});

test('an event has neighbours in time, among those that fit', () => {
  const { store, anna } = houseWithVisits();
  const eventId = EventId.parse('e2');
  expect(store.timeline.beside({ eventId })).toEqual({ earlier: 'e1', later: 'e3' });
  expect(store.timeline.beside({ eventId, personId: anna })).toEqual({ earlier: 'e0', later: 'e3' });
  expect(store.timeline.beside({ eventId, kept: true })).toEqual({ earlier: 'e1', later: 'e3' });
  expect(store.timeline.beside({ eventId: EventId.parse('e4') })).toEqual({ earlier: 'e3', later: null });
  expect(store.timeline.beside({ eventId: EventId.parse('gone') })).toEqual({ earlier: null, later: null });
  store.close();
});

test('a mistake is about nobody until it is taken back, also while the visit goes on', () => {
  const { store, anna, ids } = houseWithVisits();
  const id = EventId.parse('e3');
  const before = store.events.get(id);
  store.mistakes.put(id);
  store.mistakes.put(id);
  expect(store.events.get(id)).toEqual({ ...before, label: 'nothing', identity: { kind: 'no_face' } });
  expect([ids({ personId: anna }), ids({ label: 'nothing' })]).toEqual(['e0', 'e3']);
  store.events.put(visit('e3', { cameraId: garden, beganAtMs: beganAtMs + 3 * hourMs, score: 0.99 }));
  expect(store.events.get(id)).toMatchObject({
    label: 'nothing',
    identity: { kind: 'no_face' },
    score: 0.99,
  });
  store.mistakes.takeBack(id);
  expect(store.events.get(id)).toEqual({ ...before, score: 0.99 });
  store.close();
});

test('a mistake that is taken back has no name of somebody who was erased', async () => {
  const { store, anna } = houseWithVisits();
  const id = EventId.parse('e3');
  store.mistakes.put(id);
  await store.erasure.erase(anna);
  store.mistakes.takeBack(id);
  expect(store.events.get(id)).toMatchObject({ label: 'person', identity: { kind: 'unknown' } });
  store.close();
});
