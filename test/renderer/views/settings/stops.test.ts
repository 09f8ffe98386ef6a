import { expect, test } from 'vitest';
import type { NumberShape } from '../../../../renderer/views/settings/setting.ts';
import { nearestStop, stopsOf } from '../../../../renderer/views/settings/stops.ts';

const shape = (least: number, most: number, rest: Partial<NumberShape> = {}): NumberShape => ({
  ...{ kind: 'number', least, most, isWhole: true, unit: '', mayBeNone: false },
  ...rest,
});

test('a slider stops at each value where there are few', () => {
  expect(stopsOf(shape(1, 5))).toEqual([1, 2, 3, 4, 5]);
  expect(stopsOf(shape(1, 10, { isWhole: false }))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(stopsOf(shape(0, 1, { isWhole: false })).slice(0, 3)).toEqual([0, 0.05, 0.1]);
});

test('and at round values that grow where there are many, from the least to the most', () => {
  expect(stopsOf(shape(1, 90, { unit: 'days' }))).toEqual([1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90]);
  expect(stopsOf(shape(0.1, 1_000_000, { isWhole: false })).slice(0, 6)).toEqual([0.1, 0.2, 0.5, 1, 2, 5]);
  expect(stopsOf(shape(1, 365)).slice(-4)).toEqual([50, 100, 200, 365]);
});

test('a value between two stops stands at the nearer one', () => {
  expect([0, 3.9, 4.1, 99].map((value) => nearestStop([1, 3, 5], value))).toEqual([0, 1, 2, 2]);
});
