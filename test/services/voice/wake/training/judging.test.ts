import { describe, expect, it } from 'vitest';
import { WakeHeads } from '../../../../../models/wake-heads.ts';
import {
  alarmsPerHourAt,
  alarmTail,
  curveOf,
  peaksOf,
  thresholdFor,
} from '../../../../../services/voice/wake/training/judging.ts';
import { headsAbove } from '../tiny-networks.ts';
import { SeededRandom } from '../../../../../services/voice/wake/training/seeded-random.ts';

describe('peaks of scores', () => {
  it('takes the highest first and none within a second of it', () => {
    const scores = new Float32Array(60).fill(-5);
    scores[10] = 3;
    scores[15] = 2.5;
    scores[40] = 1;
    const peaks = peaksOf(scores);
    expect(peaks.slice(0, 2)).toEqual([
      { score: 3, at: 10 },
      { score: 1, at: 40 },
    ]);
    expect(peaks.map(({ score }) => score)).not.toContain(2.5);
  });
});

describe('the threshold for a rate of false alarms', () => {
  const random = new SeededRandom(4);
  // 100 hours with 200 peaks an hour above -4, exponentially distributed: the rate beyond t is 200 exp(-(t + 4) / 0.8).
  const all = Array.from({ length: 20_000 }, () => -4 - 0.8 * Math.log(1 - random.next()));
  const truth = (rate: number): number => -4 + 0.8 * Math.log(200 / rate);

  it('is drawn from the tail where hours are few', () => {
    const halfHour = { hours: 0.5, peaks: all.slice(0, 100).sort((a, b) => b - a), lifts: [0] };
    expect(Math.abs(thresholdFor(0.5, halfHour) - truth(0.5))).toBeLessThan(1.3);
  });

  it('is counted where there are enough peaks', () => {
    const hours = { hours: 100, peaks: all.toSorted((a, b) => b - a), lifts: [0] };
    expect(Math.abs(thresholdFor(5, hours) - truth(5))).toBeLessThan(0.15);
  });
});

describe('a second look', () => {
  const peaks = Array.from({ length: 1000 }, (_, i) => 3 - Math.log(i + 1));

  it('moves the threshold by what it adds', () => {
    const alone = thresholdFor(0.5, { hours: 2, peaks, lifts: [0] });
    expect(thresholdFor(0.5, { hours: 2, peaks, lifts: [-2] })).toBeCloseTo(alone - 2, 5);
  });

  it('lowers it where most looks take the score down', () => {
    const alone = thresholdFor(0.5, { hours: 2, peaks, lifts: [0] });
    const mixed = thresholdFor(0.5, { hours: 2, peaks, lifts: [-9, -9, -9, 0] });
    expect(mixed).toBeLessThan(alone - 0.5);
    expect(mixed).toBeGreaterThan(alone - 9);
  });
});

describe('what judges find where nobody calls', () => {
  it('is what the heads take for a call and what a second look at its sound adds, in so many hours', async () => {
    const heads = await WakeHeads.open(headsAbove(0));
    const embeddings = new Float32Array(100 * 96).fill(-9);
    // The score of the window that ends with the 51st embedding is 4, and so is half of the next smoothed one.
    embeddings[50 * 96] = 4;
    const sound = Int16Array.from({ length: 100 * 1280 + 13_280 }, (_, at) => at % 30_000);
    const looked: number[] = [];
    const lift = (heard: Float32Array): number => {
      looked.push(Math.round((heard.at(-1) ?? 0) * 32_768));
      return -4;
    };
    const alone = await alarmTail([{ sound, embeddings }], 'owl', { heads, look: null });
    expect(alone.peaks.filter((peak) => peak > -3)).toEqual([-2.5]);
    expect(alone).toMatchObject({ lifts: [0] });
    expect(alone.hours).toBeCloseTo(8 / 3600, 9);
    const both = await alarmTail([{ sound, embeddings }], 'owl', { heads, look: { lift } });
    expect(both.peaks).toEqual(alone.peaks);
    expect(both.lifts).toEqual(both.peaks.map(() => -4));
    // It ends a step after the window does.
    expect(looked[0]).toBe((480 + 12_800 + 1_280 * 51 - 1) % 30_000);
    await heads.close();
  });
});

describe('the curve of a report', () => {
  it('goes from one alarm in twenty hours over half an alarm to five an hour', () => {
    expect([0, 0.5, 1].map((sensitivity) => Math.round(alarmsPerHourAt(sensitivity) * 1000) / 1000)).toEqual([
      0.05, 0.5, 5,
    ]);
  });

  it('has 21 points, lower thresholds and fewer misses towards the keenest', () => {
    const peaks = Array.from({ length: 200 }, (_, i) => 3 - Math.log(i + 1));
    const curve = curveOf({ hours: 2, peaks, lifts: [0] }, [1, 2, 3, 4, 5, 6], 1);
    expect(curve).toHaveLength(21);
    for (const [before, after] of curve.slice(1).map((point, i) => [curve[i], point])) {
      expect(after?.threshold).toBeLessThanOrEqual(before?.threshold ?? 0);
      expect(after?.missRate).toBeLessThanOrEqual(before?.missRate ?? 0);
    }
  });

  it('knows of no misses where no voice was left out', () => {
    expect(curveOf({ hours: 1, peaks: [1, 0, -1], lifts: [0] }, [], 1)[10]?.missRate).toBeNull();
  });
});
