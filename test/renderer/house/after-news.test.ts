import { expect, it } from 'vitest';
import { entriesAfter, eventsAfter, isJustSaid, namesAgree } from '../../../renderer/house/after-news.ts';
import type { Event } from '../../../services/contract/event.ts';
import { CameraId, EventId } from '../../../services/contract/identifiers.ts';
import type { TranscriptEntry } from '../../../services/contract/voice.ts';

function event(id: string, beganAtMs: number, score = 0.5): Event {
  return {
    ...{ id: EventId.parse(id), cameraId: CameraId.parse('yard'), label: 'person', score, beganAtMs },
    ...{ box: { x: 0, y: 0, width: 1, height: 1 }, endedAtMs: null, identity: { kind: 'unknown' } },
    ...{ hasSnapshot: false, hasFace: false },
  };
}

const loaded = [event('c', 30), event('b', 20)];

it('puts news where it belongs, and replaces what is there', () => {
  const ids = (events: readonly Event[]): readonly string[] => events.map(({ id }) => id);
  expect(ids(eventsAfter(loaded, { change: 'began', event: event('d', 40) }))).toEqual(['d', 'c', 'b']);
  expect(eventsAfter(loaded, { change: 'updated', event: event('b', 20, 0.9) })[1]?.score).toBe(0.9);
  expect(ids(eventsAfter(loaded, { change: 'deleted', event: event('c', 30) }))).toEqual(['b']);
  expect(ids(eventsAfter([], { change: 'began', event: event('a', 10) }))).toEqual(['a']);
});

it('leaves out what is older than all that was loaded, since others are missing before it', () => {
  expect(eventsAfter(loaded, { change: 'updated', event: event('a', 10) })).toEqual(loaded);
});

it('notices that somebody has another name, or is gone', () => {
  const people = [
    { id: '1', name: 'Anna' },
    { id: '2', name: 'Ben' },
  ];
  expect(namesAgree(people, [...people, { id: '3', name: 'Clara' }])).toBe(true);
  expect(namesAgree(undefined, people)).toBe(true);
  expect(namesAgree(people, people.slice(1))).toBe(false);
  expect(namesAgree(people, [{ id: '1', name: 'Anne' }, ...people.slice(1)])).toBe(false);
});

it('puts what is said first, and leaves what is judged afterwards where it was', () => {
  const entry = (id: string, reply = ''): TranscriptEntry => ({
    ...{ id, atMs: 0, heard: 'show the garden', intent: null, outcome: 'done', reply },
  });
  const said = entriesAfter([entry('a')], entry('b'));
  expect(said).toEqual([entry('b'), entry('a')]);
  expect(entriesAfter(said, entry('a', 'judged'))).toEqual([entry('b'), entry('a', 'judged')]);
  expect(isJustSaid(said, entry('c'))).toBe(true);
  expect(isJustSaid(said, entry('a'))).toBe(false);
  const verdict = { how: 'misheard', meant: '', hasRecording: false } as const;
  expect(isJustSaid(undefined, { ...entry('c'), verdict })).toBe(false);
});
