import { describe, expect, it } from 'vitest';
import { AS_SET, calmFactors, NEVER } from '../../../../services/vision/zones/calm-factors.ts';
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

  it('never counts in a block that a privacy zone touches, since it has a black edge', () => {
    // From the middle of a block to the middle of another, down and across.
    const half = { left: 20.5 / 80, top: 10.5 / 45, right: 29.5 / 80, bottom: 19.5 / 45 };
    const rowsOf = (factors: Uint8Array) =>
      new Set(
        [...factors.entries()].filter(([, factor]) => factor === NEVER).map(([at]) => Math.floor(at / 80)),
      );
    const columnsOf = (factors: Uint8Array) =>
      new Set([...factors.entries()].filter(([, factor]) => factor === NEVER).map(([at]) => at % 80));
    const hidden = calmFactors([zoneOf('privacy', half)], even);
    expect([Math.min(...rowsOf(hidden)), Math.max(...rowsOf(hidden))]).toEqual([10, 19]);
    expect([Math.min(...columnsOf(hidden)), Math.max(...columnsOf(hidden))]).toEqual([20, 29]);
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
