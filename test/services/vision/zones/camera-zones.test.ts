import { describe, expect, it } from 'vitest';
import { CameraZones } from '../../../../services/vision/zones/camera-zones.ts';
import { zoneOf } from './zone-samples.ts';

const sensitivity = { day: null, night: 0 };

/** A frame whose upper half has this much blue. */
function frameOf(blue: number) {
  const u = new Uint8Array(16 * 8).fill(128);
  u.fill(blue, 0, 64);
  const v = new Uint8Array(16 * 8).fill(128);
  return { width: 32, height: 16, y: new Uint8Array(32 * 16).fill(90), u, v };
}

const day = frameOf(170);
const night = frameOf(128);

describe('CameraZones', () => {
  it('says how calm to be when the light changes, and is silent while it stays', () => {
    const zones = new CameraZones({ zones: [], sensitivity }, 0.5);
    expect(new Set(zones.calm(day))).toEqual(new Set([16]));
    expect(zones.calm(day)).toBeNull();
    const darkening = [1, 2, 3, 4].map(() => zones.calm(night));
    expect(darkening).toEqual([null, null, null, null]);
    expect(zones.light).toBe('day');
    expect(new Set(zones.calm(night))).toEqual(new Set([32]));
    expect(zones.light).toBe('night');
    expect(zones.calm(night)).toBeNull();
  });

  it('takes other zones at once', () => {
    const zones = new CameraZones({ zones: [], sensitivity }, 0.5);
    const box = { x: 0.1, y: 0.1, width: 0.2, height: 0.2 };
    zones.calm(day);
    expect(zones.moving(zones.heeded([box]), 0)).toEqual([box]);
    zones.use({ zones: [zoneOf('ignore', { left: 0, top: 0, right: 1, bottom: 1 })], sensitivity });
    expect(zones.heeded([box])).toEqual([]);
    expect(zones.sightings([{ box }], { followed: [], atMs: 200 })).toEqual([]);
    expect(new Set(zones.calm(day))).toEqual(new Set([255]));
  });
});
