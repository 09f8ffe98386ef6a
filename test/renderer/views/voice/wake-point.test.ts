import { expect, it } from 'vitest';
import { pointAt } from '../../../../renderer/views/voice/wake-point.ts';

const calm = { sensitivity: 0, threshold: 0.9, falseAlarmsPerHour: 0.1, missRate: 0.1 };
const half = { sensitivity: 0.5, threshold: 0.7, falseAlarmsPerHour: 0.5, missRate: 0.06 };
const keen = { sensitivity: 1, threshold: 0.3, falseAlarmsPerHour: 4.5, missRate: 0.02 };
const curve = [calm, half, keen];

it('takes what was measured at the place', () => {
  expect(curve.map(({ sensitivity }) => pointAt(curve, sensitivity))).toEqual(curve);
});

it('divides between two places', () => {
  expect(pointAt(curve, 0.75)).toEqual({
    sensitivity: 0.75,
    threshold: 0.5,
    falseAlarmsPerHour: 2.5,
    missRate: 0.04,
  });
});

it('knows nothing beyond what was measured but the last place, and no misses where there were no voices', () => {
  expect(pointAt([half], 0.9)).toEqual({ ...half, sensitivity: 0.9 });
  expect(pointAt([half], 0.1)).toEqual({ ...half, sensitivity: 0.1 });
  expect(pointAt([calm, { ...keen, missRate: null }], 0.5)?.missRate).toBeNull();
  expect(pointAt([], 0.5)).toBeNull();
});
