import { describe, expect, it } from 'vitest';
import { ZoneGate } from '../../../../services/vision/zones/zone-gate.ts';
import { zoneOf } from './zone-samples.ts';

const somebody = (x: number, feet: number) => ({ x, y: feet - 0.4, width: 0.1, height: 0.4 });
const drive = { left: 0.5, top: 0.6, right: 1, bottom: 1 };
const sighted = (gate: ZoneGate, box: ReturnType<typeof somebody>, atMs = 0): boolean =>
  gate.sightings([{ box }], { followed: [], atMs }).length === 1;

describe('ZoneGate', () => {
  it('lets everything through without zones, and with a privacy zone alone', () => {
    for (const zones of [[], [zoneOf('privacy', drive)]]) {
      const gate = new ZoneGate(zones);
      expect(gate.moving(gate.heeded([somebody(0.1, 0.5)]), 0)).toEqual([somebody(0.1, 0.5)]);
      expect(sighted(gate, somebody(0.7, 0.9))).toBe(true);
    }
  });

  it('counts by the ground: who stands in an ignore zone does not, who is seen before it does', () => {
    const street = zoneOf('ignore', { left: 0, top: 0, right: 1, bottom: 0.6 });
    const gate = new ZoneGate([street]);
    expect(sighted(gate, somebody(0.3, 0.55))).toBe(false);
    expect(sighted(gate, somebody(0.3, 0.8))).toBe(true);
    expect(gate.heeded([somebody(0.3, 0.55), somebody(0.3, 0.9)])).toEqual([somebody(0.3, 0.9)]);
  });

  it('counts only what stands in an include zone, if only just', () => {
    const gate = new ZoneGate([zoneOf('include', drive)]);
    expect(sighted(gate, somebody(0.7, 0.9))).toBe(true);
    expect(sighted(gate, somebody(0.2, 0.9))).toBe(false);
    expect(sighted(gate, somebody(0.43, 0.9))).toBe(true);
    expect(sighted(gate, somebody(0.7, 0.5))).toBe(false);
    const boxes = [somebody(0.7, 0.9), somebody(0.2, 0.9)];
    expect(gate.heeded(boxes)).toEqual([somebody(0.7, 0.9)]);
    expect(gate.moving(gate.heeded(boxes), 0)).toEqual([somebody(0.7, 0.9)]);
  });

  it('lets an ignore zone cut a piece out of an include zone', () => {
    const gate = new ZoneGate([
      zoneOf('include', drive),
      zoneOf('ignore', { left: 0.8, top: 0.6, right: 1, bottom: 1 }),
    ]);
    expect(sighted(gate, somebody(0.6, 0.9))).toBe(true);
    expect(sighted(gate, somebody(0.85, 0.9))).toBe(false);
  });

  it('waits for the minimum time of the zone, and forgives pauses of two seconds', () => {
    const gate = new ZoneGate([zoneOf('include', drive, { minimumTimeMs: 3000 })]);
    const walks = [somebody(0.7, 0.9)];
    const seen: Record<number, number> = {};
    for (const atMs of [0, 200, 1200, 2900, 3000, 3200]) seen[atMs] = gate.moving(walks, atMs).length;
    expect(gate.heeded(walks)).toEqual(walks);
    expect(seen).toEqual({ 0: 0, 200: 0, 1200: 0, 2900: 0, 3000: 1, 3200: 1 });
    expect(sighted(gate, somebody(0.7, 0.9), 3200)).toBe(true);
    expect(gate.moving([], 4000)).toEqual([]);
    expect(sighted(gate, somebody(0.7, 0.9), 5200)).toBe(true);
    expect(sighted(gate, somebody(0.7, 0.9), 5300)).toBe(false);
    expect(gate.moving(walks, 6000)).toEqual([]);
    expect(gate.moving(walks, 8000)).toEqual([]);
    expect(gate.moving(walks, 9000)).toEqual(walks);
  });

  it('keeps a time for each zone: motion in one does not ripen another', () => {
    const left = { left: 0, top: 0, right: 0.4, bottom: 1 };
    const gate = new ZoneGate([
      zoneOf('include', drive, { minimumTimeMs: 2000 }),
      zoneOf('include', left, { minimumTimeMs: 0 }),
    ]);
    for (const atMs of [0, 1000, 2000, 3000]) gate.moving([somebody(0.2, 0.9)], atMs);
    expect(gate.moving([somebody(0.7, 0.9), somebody(0.2, 0.9)], 3200)).toEqual([somebody(0.2, 0.9)]);
    expect(sighted(gate, somebody(0.7, 0.9), 3200)).toBe(false);
  });

  it('goes on with what is followed wherever it walks', () => {
    const gate = new ZoneGate([zoneOf('include', drive, { minimumTimeMs: 2000 })]);
    const outside = { box: somebody(0.2, 0.5) };
    expect(gate.sightings([outside], { followed: [somebody(0.21, 0.5)], atMs: 0 })).toEqual([outside]);
    expect(gate.sightings([outside], { followed: [somebody(0.6, 0.5)], atMs: 0 })).toEqual([]);
  });

  it('begins anew when the clock was set back', () => {
    const gate = new ZoneGate([zoneOf('include', drive, { minimumTimeMs: 1000 })]);
    const walks = [somebody(0.7, 0.9)];
    gate.moving(walks, 50_000);
    expect(gate.moving(walks, 51_000)).toEqual(walks);
    expect(gate.moving(walks, 10_000)).toEqual([]);
    expect(gate.moving(walks, 11_000)).toEqual(walks);
  });
});
