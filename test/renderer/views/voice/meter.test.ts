import { expect, it } from 'vitest';
import { levelShare, type Meter, meterAfter, startedMeter } from '../../../../renderer/views/voice/meter.ts';

/** A tenth of a second each: speech and likeness. */
function after(readings: readonly (readonly [number, number])[], before = startedMeter): Meter {
  const fromMs = before.moments.at(-1)?.atMs ?? 0;
  return readings.reduce(
    (meter, [speech, likeness], index) =>
      meterAfter(meter, { levelDb: -30, speech, likeness }, fromMs + (index + 1) * 100),
    before,
  );
}

const call = [
  [0.9, 0.1],
  [0.9, 0.6],
  [0.9, 0.8],
  [0.1, 0.3],
] as const;

it('says that a call was heard for as long as one looks up, and counts it once', () => {
  const called = after(call);
  expect({ verdict: called.verdict, best: called.best, woken: called.woken }).toEqual({
    verdict: 'heard',
    best: 0.8,
    woken: 1,
  });
  expect(after([[0, 0]], called).verdict).toBe('heard');
  const later = meterAfter(called, { levelDb: -50, speech: 0, likeness: 0 }, 10_000);
  expect({ verdict: later.verdict, best: later.best, woken: later.woken }).toEqual({
    verdict: 'waiting',
    best: 0,
    woken: 1,
  });
  expect(after(call, called).woken).toBe(2);
});

it('tells a call that was nearly heard from other speech, once that is over', () => {
  expect(after([[0.9, 0.3]]).verdict).toBe('nearly');
  expect(after([[0.9, 0.1]]).verdict).toBe('waiting');
  expect(
    after([
      [0.9, 0.1],
      [0.1, 0],
    ]).verdict,
  ).toBe('other');
});

it('draws loudness between a quiet room and full scale', () => {
  expect([-90, -60, -30, 0].map(levelShare)).toEqual([0, 0, 0.5, 1]);
});
