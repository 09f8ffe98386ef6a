import { expect, it } from 'vitest';
import { Pace } from '../../../../services/vision/camera/pace.ts';

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
  ['stands still', Array.from({ length: 200 }, () => 7)],
  ['jumps', steps(40, 200).map((ms) => ms + (ms % 400 < 200 ? 0 : 3_600_000))],
  ['runs ten times too fast', steps(400, 200)],
])('does not believe a clock that %s', (_, stamps) => {
  const pace = paceOf(stamps, steps(40, 200));
  expect([pace.isTruthful, pace.intervalMs]).toEqual([false, 40]);
});

it('believes a clock through a stall of the network', () => {
  const late = steps(40, 300).map((ms) => (ms > 4000 && ms < 5300 ? 5300 : ms));
  const pace = paceOf(steps(40, 300), late);
  expect([pace.isTruthful, pace.intervalMs]).toEqual([true, 40]);
});

it('knows the pace of pictures that come in lumps and bear the times of their arrival', () => {
  const lumps = steps(40, 200).map((ms) => Math.floor(ms / 320) * 320);
  expect(paceOf(lumps, lumps).intervalMs).toBeGreaterThan(30);
});
