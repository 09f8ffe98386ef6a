import { describe, expect, it } from 'vitest';
import { Line } from '../../../../services/contract/zone.ts';
import { CameraZones } from '../../../../services/vision/zones/camera-zones.ts';
import { CameraId } from '../../../../services/contract/identifiers.ts';
import { Tracker } from '../../../../services/vision/tracks/tracks.ts';
import { zoneOf } from './zone-samples.ts';

const sensitivity = { day: null, night: null };
const path = zoneOf(
  'include',
  { left: 0.4, top: 0.4, right: 0.9, bottom: 1 },
  { name: 'Path', dwellMs: 2000 },
);
const street = zoneOf('ignore', { left: 0, top: 0, right: 0.05, bottom: 1 }, { name: 'Street' });
const gate = Line.parse({ name: 'Gate', from: { x: 0.35, y: 0.95 }, to: { x: 0.35, y: 0.3 } });

/** Somebody who walks to the right for four seconds and then stands; what was told of the visit, by step. */
function watched(zones: CameraZones, change: (step: number) => void = () => undefined) {
  const tracker = new Tracker({ cameraId: CameraId.parse('yard') });
  return Array.from({ length: 45 }, (_, step) => {
    change(step);
    const x = Math.min(0.5, 0.02 + step * 0.025);
    const box = { x, y: 0.3, width: 0.1, height: 0.4 };
    return tracker
      .follow({
        atMs: 1_700_000_000_000 + step * 200,
        regions: [box],
        moving: [box],
        sightings: [{ label: 'person', score: 0.9, box, face: null }],
        identify: () => ({ kind: 'unknown' }),
        places: zones.places,
      })
      .filter(({ event }) => event.zones !== undefined || event.crossings !== undefined)
      .map(({ change: what, event }) => ({ step, what, zones: event.zones, crossings: event.crossings }));
  }).flat();
}

describe('what a visit tells of zones and lines', () => {
  it('is told once each, when it happens', () => {
    const told = watched(new CameraZones({ zones: [path, street], lines: [gate], sensitivity }, 0.5));
    const crossing = { line: 'Gate', direction: 'in', atMs: 1_700_000_002_400 };
    expect(told.map(({ what }) => what)).toEqual(['updated', 'updated']);
    expect(told.map(({ zones, crossings }) => ({ zones, crossings }))).toEqual([
      { zones: undefined, crossings: [crossing] },
      { zones: ['Path'], crossings: [crossing] },
    ]);
  });

  it('holds from the moment on when it was drawn, and the same drawing again changes nothing', () => {
    const zones = new CameraZones({ zones: [], lines: [], sensitivity }, 0.5);
    const told = watched(zones, (step) => {
      if (step >= 22) zones.use({ zones: [{ ...path }], lines: [{ ...gate }], sensitivity });
    });
    expect(told.map(({ zones: names, crossings }) => ({ names, crossings }))).toEqual([
      { names: ['Path'], crossings: undefined },
    ]);
  });
});
