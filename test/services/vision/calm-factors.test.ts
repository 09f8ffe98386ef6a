import { describe, expect, it } from 'vitest';
import { AS_SET, calmFactors, NEVER } from '../../../services/vision/calm-factors.ts';
import { zoneOf } from './zone-samples.ts';

const even = { set: 0.5, wanted: 0.5 };

function at(factors: Uint8Array, x: number, y: number): number | undefined {
  return factors[Math.floor(y * 45) * 80 + Math.floor(x * 80)];
}

describe('calmFactors', () => {
  it('is as set everywhere without zones', () => {
    expect(new Set(calmFactors([], even))).toEqual(new Set([AS_SET]));
    expect(calmFactors([], even)).toHaveLength(80 * 45);
  });

  it('turns another sensitivity into a factor: twice as calm for each half', () => {
    expect(new Set(calmFactors([], { set: 0.5, wanted: 0 }))).toEqual(new Set([32]));
    expect(new Set(calmFactors([], { set: 0.5, wanted: 1 }))).toEqual(new Set([8]));
    expect(new Set(calmFactors([], { set: 1, wanted: 0 }))).toEqual(new Set([64]));
  });

  it('never counts in ignore and privacy zones', () => {
    const left = zoneOf('ignore', { left: 0, top: 0, right: 0.25, bottom: 1 });
    const right = zoneOf('privacy', { left: 0.75, top: 0, right: 1, bottom: 1 });
    const factors = calmFactors([left, right], even);
    expect([at(factors, 0.1, 0.5), at(factors, 0.5, 0.5), at(factors, 0.9, 0.5)]).toEqual([
      NEVER,
      AS_SET,
      NEVER,
    ]);
  });

  it('counts only in include zones and where what stands in them reaches', () => {
    const path = zoneOf('include', { left: 0.4, top: 0.8, right: 0.6, bottom: 1 }, { sensitivity: 1 });
    const factors = calmFactors([path], even);
    expect(at(factors, 0.5, 0.9)).toBe(8);
    expect(at(factors, 0.5, 0.6)).toBe(AS_SET);
    expect(at(factors, 0.5, 0.3)).toBe(NEVER);
    expect(at(factors, 0.3, 0.9)).toBe(NEVER);
  });

  it('takes the keener of two zones that overlap, and ignores what is ignored in both', () => {
    const calm = zoneOf('include', { left: 0, top: 0, right: 0.6, bottom: 1 }, { sensitivity: 0 });
    const keen = zoneOf('include', { left: 0.4, top: 0, right: 1, bottom: 1 }, { sensitivity: 1 });
    const hole = zoneOf('ignore', { left: 0.45, top: 0.4, right: 0.55, bottom: 0.6 });
    for (const zones of [
      [hole, calm, keen],
      [keen, calm, hole],
    ]) {
      const factors = calmFactors(zones, even);
      expect(at(factors, 0.1, 0.5)).toBe(32);
      expect(at(factors, 0.9, 0.5)).toBe(8);
      expect(at(factors, 0.5, 0.1)).toBe(8);
      expect(at(factors, 0.5, 0.5)).toBe(NEVER);
    }
  });
});
