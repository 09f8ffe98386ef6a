import { expect, it, onTestFinished } from 'vitest';
import type { Visit } from '../../../services/contract/event.ts';
import { CameraId, EventId } from '../../../services/contract/identifiers.ts';
import type { SearchQuery } from '../../../services/contract/search.ts';
import type { TranscriptEntry } from '../../../services/contract/voice.ts';
import { search } from '../../../services/store/search-query.ts';
import { openStore, type Store } from '../../../services/store/store.ts';
import { visit } from './samples.ts';
import { scratchFolder } from './scratch.ts';

const minuteMs = 60_000;
/** At noon by every clock between Azores and Urals, on a Wednesday. */
const nowMs = Date.UTC(2026, 10, 18, 11);
const door = CameraId.parse('front_door');
const garage = CameraId.parse('garage');

function emptyStore(): Store {
  const store = openStore({
    dataDirectory: scratchFolder(),
    key: new Uint8Array(32).fill(8),
    now: () => nowMs,
  });
  onTestFinished(() => {
    store.close();
  });
  store.search.nameCameras([
    { id: door, name: 'Haustür', area: 'Vorgarten' },
    { id: garage, name: 'Garage', area: 'Hof' },
  ]);
  return store;
}

/** `ago`: minutes before now. */
function seen(store: Store, id: string, changes: Partial<Visit['event']> & { ago: number }): void {
  const { ago, ...rest } = changes;
  const beganAtMs = nowMs - ago * minuteMs;
  store.events.put(visit(id, { cameraId: door, beganAtMs, endedAtMs: beganAtMs + 1000, ...rest }));
}

function said(id: string, ago: number, changes: Partial<TranscriptEntry> = {}): TranscriptEntry {
  return {
    ...{ id, atMs: nowMs - ago * minuteMs, heard: '', intent: null, outcome: 'done', reply: '' },
    ...changes,
  };
}

/** Ids of what is found. */
function find(store: Store, text: string, rest: Partial<SearchQuery> = {}): string[] {
  return search(store.search, { text, limit: 50, ...rest }, nowMs).results.map((result) =>
    result.kind === 'event' ? result.event.id : result.entry.id,
  );
}

it('finds what was seen by kind, place, name and zone, in English and German', () => {
  const store = emptyStore();
  const anna = store.people.create('Anna Müller');
  const known = { kind: 'known' as const, personId: anna.id, name: anna.name, confidence: 1 };
  seen(store, 'car', { ago: 10, label: 'vehicle', cameraId: garage });
  seen(store, 'anna', { ago: 20, identity: known, zones: ['Fußweg', 'Steps'] });
  seen(store, 'cat', { ago: 30, label: 'animal', crossings: [{ line: 'Zaun', direction: 'in', atMs: 1 }] });
  seen(store, 'stranger', { ago: 40, identity: { kind: 'unknown' } });
  seen(store, 'off', { ago: 50, label: 'camera_offline', why: 'The camera does not answer.' });
  expect(
    Object.fromEntries(
      [
        ...['car', 'Auto', 'auto garage', 'cars in the yard', 'Fahrzeug Hof', 'Anna', 'muller', 'anna steps'],
        ...['MÜLLER Fußweg', 'anna garage', 'who', 'wer war da', 'Katze', 'zaun', 'unbekannt', 'Kamera weg'],
        ...[
          'answer',
          'haust',
          'Haustür',
          'vorgarten person',
          'steps fence',
          '',
          'unicorn',
          'the',
          'anna car',
        ],
      ].map((text) => [text, find(store, text).join(' ')]),
    ),
  ).toEqual({
    ...{ car: 'car', Auto: 'car', 'auto garage': 'car', 'cars in the yard': '', 'Fahrzeug Hof': 'car' },
    ...{ Anna: 'anna', muller: 'anna', 'anna steps': 'anna', 'MÜLLER Fußweg': 'anna', 'anna garage': '' },
    ...{
      who: 'anna stranger',
      'wer war da': 'anna stranger',
      Katze: 'cat',
      zaun: 'cat',
      unbekannt: 'stranger',
    },
    ...{
      'Kamera weg': 'off',
      answer: 'off',
      haust: 'anna cat stranger off',
      Haustür: 'anna cat stranger off',
    },
    ...{ 'vorgarten person': 'anna stranger', 'steps fence': '', unicorn: '', 'anna car': '' },
    ...{ '': 'car anna cat stranger off', the: 'car anna cat stranger off' },
  });
});

it('finds what was said, by words, what they mean, and deeds by other words for them', () => {
  const store = emptyStore();
  store.transcript.add(said('t1', 5, { heard: 'open the garage door', reply: 'The garage door opens.' }));
  store.transcript.add(
    said('t2', 6, { heard: 'mach das Licht in der Küche an', reply: 'Küchenlicht ist an.' }),
  );
  store.transcript.add(
    said('t3', 7, {
      heard: 'do it',
      intent: { name: 'HassTurnOff', slots: { domain: 'lock', name: 'shed' } },
    }),
  );
  store.transcript.add(said('t4', 8, { heard: 'gibberish' }));
  store.transcript.setVerdict('t4', { how: 'misheard', meant: 'unlock the gate' });
  seen(store, 'visitor', { ago: 9, cameraId: garage });
  expect(
    Object.fromEntries(
      [
        'who opened the garage',
        'wer hat die Garage geöffnet',
        'garage',
        'Licht',
        'kuche',
        'unlocked',
        'shed',
        'gate',
        'küch',
      ].map((text) => [text, find(store, text).join(' ')]),
    ),
  ).toEqual({
    ...{
      'who opened the garage': 't1',
      'wer hat die Garage geöffnet': 't1',
      garage: 't1 visitor',
      Licht: 't2',
    },
    ...{ kuche: 't2', unlocked: 't1 t3 t4', shed: 't3', gate: 't4', küch: 't2' },
  });
});

it('mixes both by time, keeps to the time that is asked for, and pages', () => {
  const store = emptyStore();
  const dayMinutes = 24 * 60;
  for (let n = 0; n < 6; n += 1)
    seen(store, `e${n}`, { ago: n * 10 + 5, label: 'vehicle', cameraId: garage });
  seen(store, 'yesterday', { ago: dayMinutes, label: 'vehicle', cameraId: garage });
  for (const n of [0, 1]) store.transcript.add(said(`t${n}`, n * 20 + 10, { heard: 'garage' }));
  expect(find(store, 'garage')).toEqual(['e0', 't0', 'e1', 'e2', 't1', 'e3', 'e4', 'e5', 'yesterday']);
  expect(find(store, 'garage yesterday')).toEqual(['yesterday']);
  expect(find(store, 'car since yesterday')).toHaveLength(7);
  expect(find(store, 'yesterday')).toEqual(['yesterday']);
  const pages: string[][] = [];
  let before: number | null | undefined;
  while (before !== null) {
    const page = search(
      store.search,
      { text: 'garage', limit: 4, ...(before === undefined ? {} : { before }) },
      nowMs,
    );
    pages.push(page.results.map((result) => (result.kind === 'event' ? result.event.id : result.entry.id)));
    before = page.next;
  }
  expect(pages).toEqual([['e0', 't0', 'e1', 'e2'], ['t1', 'e3', 'e4', 'e5'], ['yesterday']]);
});

it('keeps visits of one millisecond apart, and follows one whose beginning is known better', () => {
  const store = emptyStore();
  for (const id of ['a', 'b', 'c']) seen(store, id, { ago: 5, label: 'animal' });
  expect(find(store, 'animal')).toEqual(['c', 'b', 'a']);
  seen(store, 'a', { ago: 4, label: 'animal' });
  seen(store, 'b', { ago: 5, label: 'vehicle' });
  expect([find(store, 'animal'), find(store, 'car')]).toEqual([['a', 'c'], ['b']]);
});

it('knows only the names of today', async () => {
  const store = emptyStore();
  const { id } = store.people.create('Wilhelmine');
  seen(store, 'w', { ago: 5, identity: { kind: 'known', personId: id, name: '', confidence: 1 } });
  store.transcript.add(said('t', 6, { heard: 'is Wilhelmine at home' }));
  expect(find(store, 'wilhelmine')).toEqual(['w', 't']);
  store.people.rename(id, 'Mina');
  expect([find(store, 'wilhelmine'), find(store, 'mina')]).toEqual([[], ['w', 't']]);
  store.search.nameCameras([{ id: door, name: 'Portal', area: '' }]);
  expect([find(store, 'haustür'), find(store, 'vorgarten'), find(store, 'portal')]).toEqual([[], [], ['w']]);
  store.search.nameCameras([]);
  expect([find(store, 'portal'), find(store, 'front door')]).toEqual([[], ['w']]);
  const other = store.people.create('Bert');
  store.people.merge(id, other.id);
  expect([find(store, 'mina'), find(store, 'bert')]).toEqual([[], ['w', 't']]);
  await store.erasure.erase(other.id);
  expect([find(store, 'bert'), find(store, 'unknown')]).toEqual([[], ['w']]);
  await store.events.remove(EventId.parse('w'));
  expect(find(store, 'person')).toEqual([]);
});

it('finds what an older Lares kept', () => {
  const dataDirectory = scratchFolder();
  const key = new Uint8Array(32);
  const old = openStore({ dataDirectory, key });
  old.transcript.add(said('t', 5, { heard: 'open the gate' }));
  old.close();
  const store = openStore({ dataDirectory, key });
  expect(find(store, 'gate')).toEqual(['t']);
  store.close();
});

it('counts visits by hour and kind, as they come, change and go', async () => {
  const store = emptyStore();
  const hourMs = 60 * minuteMs;
  seen(store, 'a', { ago: 1 });
  seen(store, 'b', { ago: 2 });
  seen(store, 'c', { ago: 3, cameraId: garage, label: 'animal' });
  seen(store, 'd', { ago: 61, label: 'vehicle' });
  const range = { fromMs: nowMs - 3 * hourMs, toMs: nowMs };
  expect(store.counts.byHour(range)).toEqual([
    { hourMs: nowMs - 2 * hourMs, label: 'vehicle', events: 1 },
    { hourMs: nowMs - hourMs, label: 'animal', events: 1 },
    { hourMs: nowMs - hourMs, label: 'person', events: 2 },
  ]);
  seen(store, 'a', { ago: 62 });
  seen(store, 'c', { ago: 3, cameraId: garage, label: 'person' });
  await store.events.remove(EventId.parse('d'));
  expect(store.counts.byHour(range)).toEqual([
    { hourMs: nowMs - 2 * hourMs, label: 'person', events: 1 },
    { hourMs: nowMs - hourMs, label: 'person', events: 2 },
  ]);
  expect(store.counts.byHour({ ...range, cameraId: garage })).toEqual([
    { hourMs: nowMs - hourMs, label: 'person', events: 1 },
  ]);
});
