import { describe, expect, it } from 'vitest';
import { BoxFilter } from '../../../../services/vision/tracks/kalman.ts';
import { seeded } from './acted-scene.ts';

const size = { width: 0.1, height: 0.4 };

/** A filter that saw somebody walk to the right by `speed` frames a second for `seconds`. */
function walked(speed: number, seconds: number, everySeconds: (step: number) => number): BoxFilter {
  const filter = new BoxFilter({ x: 0.1, y: 0.3, ...size });
  let at = 0;
  for (let step = 0; at < seconds; step += 1) {
    const pause = everySeconds(step);
    at += pause;
    filter.measure({ x: 0.1 + speed * at, y: 0.3, ...size }, pause);
  }
  return filter;
}

describe('BoxFilter', () => {
  it('learns a speed, at any rate of frames and whatever their pauses', () => {
    const random = seeded(3);
    for (const pause of [() => 0.1, () => 0.25, () => 1, () => 0.1 + 0.5 * random()]) {
      const filter = walked(0.08, 4, pause);
      expect(filter.speed.x).toBeGreaterThan(0.065);
      expect(filter.speed.x).toBeLessThan(0.085);
      expect(Math.abs(filter.speed.y)).toBeLessThan(0.001);
    }
  });

  it('goes on as it went, ever slower, and keeps its size', () => {
    const filter = walked(0.08, 4, () => 0.2);
    const [now, soon, later, late] = [0, 1, 10, 100].map((seconds) => filter.after(seconds));
    expect((soon?.x ?? 0) - (now?.x ?? 0)).toBeGreaterThan(0.055);
    expect((later?.x ?? 0) - (now?.x ?? 0)).toBeLessThan(0.35);
    expect((late?.x ?? 0) - (now?.x ?? 0)).toBeLessThan(0.35);
    expect(late?.width).toBeCloseTo(0.1);
    expect(late?.height).toBeCloseTo(0.4);
  });

  it('stands still when what it follows does, however its box trembles', () => {
    const random = seeded(5);
    const filter = new BoxFilter({ x: 0.1, y: 0.3, ...size });
    for (let step = 0; step < 60; step += 1)
      filter.measure({ x: 0.1 + 0.008 * (random() - 0.5), y: 0.3 + 0.03 * (random() - 0.5), ...size }, 0.2);
    expect(Math.hypot(filter.speed.x, filter.speed.y)).toBeLessThan(0.03);
  });

  it('believes a guessed height little', () => {
    const [believing, doubting] = [walked(0, 2, () => 0.2), walked(0, 2, () => 0.2)];
    const half = { x: 0.1, y: 0.3, width: 0.1, height: 0.2 };
    believing.measure(half, 0.2);
    doubting.measure(half, 0.2, 6);
    expect(doubting.after(0).height).toBeGreaterThan(believing.after(0).height);
    expect(doubting.after(0).height).toBeGreaterThan(0.38);
  });

  it('takes two boxes of one moment, and a box of no size', () => {
    const filter = walked(0.08, 1, () => 0.2);
    filter.measure({ x: 0.2, y: 0.3, ...size }, 0);
    filter.measure({ x: 0.2, y: 0.3, width: 0, height: 0 }, 0.2);
    const { x, y, width, height } = filter.after(1);
    expect([x, y, width, height].every((value) => Number.isFinite(value))).toBe(true);
  });
});
