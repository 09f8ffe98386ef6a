import { expect, it } from 'vitest';
import { houseNow } from '../../../../renderer/views/home/house-now.ts';
import { presenceOf } from '../../../../renderer/views/home/presence-of.ts';
import { clock, shortDay } from '../../../../renderer/words/times.ts';
import type { Event } from '../../../../services/contract/event.ts';
import { CameraId, EventId, PersonId } from '../../../../services/contract/identifiers.ts';

const nowMs = new Date(2026, 4, 1, 17, 5).getTime();
const minuteMs = 60_000;
const anna: Event = {
  id: EventId.parse('visit-1'),
  cameraId: CameraId.parse('garden'),
  label: 'person',
  score: 0.9,
  box: { x: 0, y: 0, width: 0.2, height: 0.6 },
  beganAtMs: nowMs - 9 * minuteMs,
  endedAtMs: nowMs - 8 * minuteMs,
  identity: { kind: 'known', personId: PersonId.parse('anna'), name: 'Anna', confidence: 0.97 },
  hasSnapshot: true,
  hasFace: true,
};

it('says of somebody no more than was seen', () => {
  const crossed = (direction: 'in' | 'out') => ({
    ...anna,
    crossings: [{ line: 'Gate', direction, atMs: nowMs - 9 * minuteMs }],
  });
  const yesterday = { ...anna, endedAtMs: nowMs - 24 * 60 * minuteMs };
  expect(presenceOf(undefined, nowMs)).toEqual({ here: false, sentence: 'Not seen yet' });
  expect(presenceOf({ ...anna, endedAtMs: null }, nowMs)).toEqual({ here: true, sentence: 'Here now' });
  expect(presenceOf(anna, nowMs).sentence).toBe(`Seen at ${clock(nowMs - 8 * minuteMs)}`);
  expect(presenceOf(crossed('in'), nowMs).sentence).toBe(`In at ${clock(nowMs - 9 * minuteMs)}`);
  expect(presenceOf(crossed('out'), nowMs).sentence).toBe(`Out at ${clock(nowMs - 9 * minuteMs)}`);
  expect(presenceOf(yesterday, nowMs).sentence).toBe(`Seen ${shortDay(yesterday.endedAtMs)}`);
});

it('says who is there, or that all is quiet and since when', () => {
  const now = (events: readonly Event[]) =>
    houseNow({ events, cameraName: ({ cameraId }) => cameraId, nowMs });
  const here = { ...anna, endedAtMs: null };
  const hall = { ...here, cameraId: CameraId.parse('hall') };
  const van: Event = { ...anna, label: 'vehicle', endedAtMs: null };
  expect(now([])).toEqual({ calm: true, title: 'All is quiet', detail: 'Nobody has come yet' });
  expect(now([van, anna])).toEqual({
    calm: true,
    title: 'All is quiet',
    detail: 'Last visit 9 minutes ago',
  });
  expect(now([here])).toEqual({ calm: false, title: 'Anna', detail: 'garden' });
  expect(now([here, hall, here])).toEqual({
    calm: false,
    title: '3 visitors now',
    detail: 'garden, hall',
  });
});
