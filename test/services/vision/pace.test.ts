import { expect, it } from 'vitest';
import { Pace } from '../../../services/vision/pace.ts';

function paceOf(stamps: readonly number[], arrivals: readonly number[]): Pace {
  const pace = new Pace();
  for (const [index, stampMs] of stamps.entries()) pace.add(stampMs, arrivals[index] ?? 0);
  return pace;
}
const steps = (stepMs: number, count = 40) => Array.from({ length: count }, (_, index) => index * stepMs);

it('knows how fast pictures come, and when silence is silence', () => {
  const camera = paceOf(steps(40), steps(40));
  expect([camera.intervalMs, camera.silenceMs, camera.isTruthful]).toEqual([40, 2000, true]);
  const slow = paceOf(steps(1500), steps(1500));
  expect([slow.intervalMs, slow.silenceMs]).toEqual([1500, 4500]);
});

it('waits longer while the pace is not known', () => {
  const pace = paceOf([0, 40], [0, 40]);
  expect([pace.intervalMs, pace.silenceMs]).toEqual([null, 5000]);
});

it.each([
  ['stands still', Array.from({ length: 40 }, () => 7)],
  ['jumps', steps(40).map((ms) => ms + (ms % 400 < 200 ? 0 : 3_600_000))],
  ['runs ten times too fast', steps(400)],
])('does not believe a clock that %s', (_, stamps) => {
  const pace = paceOf(stamps, steps(40));
  expect([pace.isTruthful, pace.intervalMs]).toEqual([false, 40]);
});
