import { describe, expect, it } from 'vitest';
import { goOn, isJourney, type Run, startRun } from '../../../../services/vision/motion/motion-run.ts';
import type { Sighting } from '../../../../services/vision/motion/motion-travel.ts';

function at(x: number, area = 9): Sighting {
  return { x, y: 50, area, flicker: 0, edges: { left: x - 6, top: 44, right: x + 6, bottom: 56 } };
}

function along(places: readonly Sighting[]): Run {
  return places.slice(1).reduce(goOn, startRun(places[0] ?? at(0)));
}

describe('a run', () => {
  it('is a journey when it goes on, however slowly', () => {
    const slow = Array.from({ length: 70 }, (_, i) => at(i * 0.5));
    expect(isJourney(along(slow.slice(0, 50)), at(25))).toBe(false);
    expect(isJourney(along(slow), at(35))).toBe(true);
  });

  it('is none when it sways, jumps, or becomes something else', () => {
    const swaying = Array.from({ length: 200 }, (_, i) => at(20 * Math.sin(i / 8)));
    expect(isJourney(along(swaying), at(0))).toBe(false);
    const jumping = Array.from({ length: 20 }, (_, i) => at(i * 40));
    expect(isJourney(along(jumping), at(760))).toBe(false);
    const growing = Array.from({ length: 20 }, (_, i) => at(i * 5, 4 * 1.3 ** i));
    expect(isJourney(along(growing), at(95))).toBe(false);
  });
});
