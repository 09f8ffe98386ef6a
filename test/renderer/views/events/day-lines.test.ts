import { expect, it } from 'vitest';
import {
  heightOfAll,
  placeAt,
  placesBetween,
  placesOf,
  visitsBetween,
} from '../../../../renderer/views/events/day-lines.ts';

const measure = { columns: 3, linePx: 100, headingPx: 40 };
/** The newest first: 7, 1 and 300 visits. */
const days = [7, 1, 300].map((events, index) => ({
  fromMs: (10 - index) * 1000,
  toMs: (11 - index) * 1000,
  events,
}));
const places = placesOf(days, measure);

it('gives each day the height of its name and its lines', () => {
  expect(places.map(({ topPx, heightPx }) => [topPx, heightPx])).toEqual([
    [0, 340],
    [340, 140],
    [480, 10_040],
  ]);
  expect(heightOfAll(places)).toBe(10_520);
  expect(heightOfAll([])).toBe(0);
});

it('finds the days and the visits that are on the screen', () => {
  const events = (from: number, until: number) =>
    placesBetween(places, from, until).map(({ day }) => day.events);
  expect(events(-300, 100)).toEqual([7]);
  expect(events(0, 400)).toEqual([7, 1]);
  expect(events(470, 900)).toEqual([1, 300]);
  expect(events(20_000, 20_500)).toEqual([300]);
  expect(placesBetween([], 0, 100)).toEqual([]);
  const [first, , last] = places;
  if (first === undefined || last === undefined) throw new Error('There are three.');
  expect(visitsBetween(first, measure, { fromPx: -300, untilPx: 141 })).toEqual({ first: 0, end: 6 });
  expect(visitsBetween(first, measure, { fromPx: 240, untilPx: 900 })).toEqual({ first: 6, end: 7 });
  expect(visitsBetween(last, measure, { fromPx: 1520, untilPx: 2120 })).toEqual({ first: 30, end: 48 });
  expect(visitsBetween(last, measure, { fromPx: 0, untilPx: 400 })).toEqual({ first: 0, end: 0 });
});

it('finds the day of a moment, also of one before the oldest or between two days', () => {
  const eventsAt = (atMs: number) => placeAt(places, atMs)?.day.events;
  expect([99_000, 10_500, 9_999, 8_000, 5].map(eventsAt)).toEqual([7, 7, 1, 300, 300]);
  expect(placeAt([], 5)).toBe(null);
});
