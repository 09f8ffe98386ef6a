import { expect, test } from 'vitest';
import { daysOf } from '../../../../services/hub/timeline/days.ts';

/** In the calendar of this machine, wherever it is. */
const at = (...parts: readonly [number, number, number, number]): number => {
  const [year, month, day, hour] = parts;
  return new Date(year, month, day, hour).getTime();
};

test('hours are counted by the days of the calendar, also those with 23 or 25 hours', () => {
  const hours = [
    { atMs: at(2026, 9, 26, 0), events: 1 },
    { atMs: at(2026, 9, 25, 23), events: 2 },
    { atMs: at(2026, 9, 25, 0), events: 3 },
    { atMs: at(2026, 2, 29, 12), events: 4 },
  ];
  expect(daysOf(hours)).toEqual([
    { fromMs: at(2026, 9, 26, 0), toMs: at(2026, 9, 27, 0), events: 1 },
    { fromMs: at(2026, 9, 25, 0), toMs: at(2026, 9, 26, 0), events: 5 },
    { fromMs: at(2026, 2, 29, 0), toMs: at(2026, 2, 30, 0), events: 4 },
  ]);
  expect(daysOf([])).toEqual([]);
});
