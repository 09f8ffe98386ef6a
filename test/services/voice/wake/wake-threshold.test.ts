import { expect, test } from 'vitest';
import { thresholdAt } from '../../../../services/voice/wake/wake-threshold.ts';

const point = (sensitivity: number, threshold: number) => ({
  sensitivity,
  threshold,
  falseAlarmsPerHour: 0,
  missRate: null,
});

test('between the points of the curve the threshold lies on a straight line', () => {
  const report = { curve: [point(0.2, 4), point(0.5, 1), point(1, -1)] };
  expect([0, 0.2, 0.3, 0.5, 0.75, 1].map((at) => thresholdAt(at, report))).toEqual([4, 4, 3, 1, 0, -1]);
});

test('without a curve nothing is a call', () => {
  expect(thresholdAt(0.5, { curve: [] })).toBe(Infinity);
});
