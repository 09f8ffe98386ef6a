import { expect, test } from 'vitest';
import { wakeCurve } from '../../../services/evaluate/wake-curve.ts';

test('misses and false alarms follow the threshold; alarms within two seconds are one', () => {
  const clip = (...scores: readonly [number, number][]) => ({
    seconds: 1800,
    candidates: scores.map(([score, atSeconds]) => ({ score, atSeconds })),
  });
  const clips = {
    positives: [clip([5, 1]), clip([1, 1], [3, 2]), clip()],
    negatives: [clip([4, 10], [4, 11.5], [4, 13]), clip([1, 5])],
  };
  expect(wakeCurve(clips, (sensitivity) => 4 - 3 * sensitivity, [0, 1])).toEqual([
    { sensitivity: 0, threshold: 4, misses: 2, missRate: 2 / 3, falseAlarms: 2, falseAlarmsPerHour: 2 },
    { sensitivity: 1, threshold: 1, misses: 1, missRate: 1 / 3, falseAlarms: 3, falseAlarmsPerHour: 3 },
  ]);
});
