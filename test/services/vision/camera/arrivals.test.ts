import { describe, expect, it } from 'vitest';
import { Arrivals } from '../../../../services/vision/camera/arrivals.ts';

/** Which of the pictures that arrive at these times, at five a second, are late. */
function late(timesMs: readonly number[]): readonly boolean[] {
  const arrivals = new Arrivals(5);
  return timesMs.map((timeMs) => arrivals.add(timeMs));
}

describe('Arrivals', () => {
  it('takes an even stream with some jitter for punctual', () => {
    expect(late([0, 210, 390, 700, 800, 1000, 1190])).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('drops what piled up while nobody read, until it has caught up', () => {
    expect(late([0, 200, 400, 1200, 1210, 1220, 1230, 1400])).toEqual([
      false,
      false,
      false,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('never starves on a stream that is slower than it says', () => {
    const slow = Array.from({ length: 40 }, (_, at) => at * 400);
    const gaps = late(slow).flatMap((isLate, at) => (isLate ? [] : [at]));
    expect(Math.max(...gaps.map((at, index) => at - (gaps[index - 1] ?? 0)))).toBeLessThanOrEqual(4);
  });

  it('follows a camera whose clock runs a little slow', () => {
    const drifting = Array.from({ length: 20_000 }, (_, at) => at * 200.1);
    expect(late(drifting).some(Boolean)).toBe(false);
  });

  it('measures the rate between two reports', () => {
    const arrivals = new Arrivals(5);
    expect([arrivals.add(0), arrivals.report(), arrivals.reportIsDue]).toEqual([false, 5, false]);
    for (let at = 1; at <= 20; at += 1) arrivals.add(at * 250);
    expect([arrivals.reportIsDue, arrivals.report(), arrivals.count]).toEqual([true, 4, 21]);
  });
});
