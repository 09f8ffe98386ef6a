import { describe, expect, it } from 'vitest';
import type { Feet } from '../../../../services/vision/zones/feet.ts';
import { ZoneArea } from '../../../../services/vision/zones/zone-area.ts';
import { ZonePresence } from '../../../../services/vision/zones/zone-presence.ts';
import { seeded } from '../tracks/acted-scene.ts';
import { zoneOf } from './zone-samples.ts';

const area = new ZoneArea([zoneOf('include', { left: 0.4, top: 0.4, right: 0.8, bottom: 0.9 }).polygon]);
const size = { width: 0.1, height: 0.3 };
const feet = (x: number, y: number, kind: Feet['kind'] = 'seen'): Feet => ({ kind, at: { x, y }, size });
const inside = feet(0.6, 0.6);
const outside = feet(0.1, 0.6);

/** When the stay was long enough for the first time, in ms; null when it never was. */
function toldAt(dwellMs: number, steps: readonly Feet[], everyMs = 200): number | null {
  const presence = new ZonePresence(area, dwellMs);
  const told = steps.map((step, index) => presence.note(step, index * everyMs));
  return told.includes(true) ? told.indexOf(true) * everyMs : null;
}

const times = (count: number, step: Feet): readonly Feet[] => Array.from({ length: count }, () => step);

describe('ZonePresence', () => {
  it('is told when somebody has stayed for as long as the zone asks, not of who walks through', () => {
    expect(toldAt(3000, times(40, inside))).toBe(3000);
    expect(toldAt(3000, [...times(10, inside), ...times(40, outside)])).toBeNull();
    expect(toldAt(0, times(5, inside))).toBe(200);
    expect(toldAt(0, [inside, outside, outside])).toBeNull();
  });

  it('begins anew for who left and came back', () => {
    expect(toldAt(3000, [...times(10, inside), ...times(10, outside), ...times(40, inside)])).toBe(7000);
  });

  it('counts a stay of who stands still and is looked at every five seconds', () => {
    expect(toldAt(12_000, times(5, inside), 5000)).toBe(15_000);
    expect(toldAt(12_000, [inside, inside, outside, inside, inside], 5000)).toBe(15_000);
  });

  it('goes on through the jitter of a box at the edge: 100 seeds', () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const random = seeded(seed);
      const edge = Array.from({ length: 60 }, () => feet(0.41 + 0.02 * (random() - 0.5), 0.6));
      const told = toldAt(5000, [...times(3, feet(0.42, 0.6)), ...edge]);
      expect(told).not.toBeNull();
      expect(told ?? 0).toBeLessThan(7000);
    }
  });

  it('neither begins nor ends while the feet are hidden', () => {
    expect(toldAt(1000, times(50, feet(0.6, 0.6, 'hidden')))).toBeNull();
    expect(
      toldAt(3000, [...times(3, inside), ...times(10, feet(0.1, 0.3, 'hidden')), ...times(3, inside)]),
    ).toBe(3000);
  });

  it('is told of nobody who never was there, for any dwell time: 100 ways', () => {
    const random = seeded(5);
    for (let way = 0; way < 100; way += 1) {
      const steps = Array.from({ length: 50 }, () => feet(0.39 * random(), random()));
      expect(toldAt(Math.floor(random() * 5000), steps)).toBeNull();
    }
  });
});
