import { describe, expect, it } from 'vitest';
import { keepsLess, keptEstimate } from '../../../../renderer/views/memory/kept-estimate.ts';
import { CameraSettings } from '../../../../services/contract/camera.ts';
import { CameraId } from '../../../../services/contract/identifiers.ts';
import { type Forecast, Retention } from '../../../../services/contract/retention.ts';

const gb = 1e9;
const standard = Retention.parse({});

const camera = (name: string, recording: object) => {
  const fields = { id: name, name, address: 'rtsp://cam.lan/1', recording };
  const { password: _, ...shown } = CameraSettings.parse(fields);
  return { ...shown, hasPassword: false };
};

const forecast: Forecast = {
  ...{ heldBytes: 10 * gb, roomBytes: 100 * gb, bytesPerDay: 3 * gb, writtenPerDay: null, days: 36 },
  disk: { freeBytes: 120 * gb, totalBytes: 400 * gb, reserveBytes: 20 * gb },
  cameras: [
    {
      cameraId: CameraId.parse('door'),
      bytesPerDay: 1 * gb,
      shares: { named: 0.5, person: 0.3, vehicle: 0, animal: 0.2, empty: 0 },
    },
    {
      cameraId: CameraId.parse('yard'),
      bytesPerDay: 2 * gb,
      shares: { named: 0, person: 0, vehicle: 0.1, animal: 0, empty: 0.9 },
    },
  ],
};
const cameras = [camera('door', { mode: 'events' }), camera('yard', { mode: 'continuous' })];

// By default: 60 days of named people, 30 of people and vehicles, 14 of animals, 3 of nothing.
const door = 0.5 * 60 + 0.3 * 30 + 0.2 * 14;
const yard = 2 * (0.1 * 30 + 0.9 * 3);

describe('what settings of retention come to', () => {
  it('is what each camera brings in the days that it is kept, by what it shows', () => {
    const estimate = keptEstimate(forecast, standard, cameras);
    expect(estimate).toMatchObject({ days: 60, fits: true });
    expect((estimate?.bytes ?? 0) / gb).toBeCloseTo(door + yard);
    const fewer = { ...standard, clipDays: { ...standard.clipDays, animal: 4 } };
    expect((keptEstimate(forecast, fewer, cameras)?.bytes ?? 0) / gb).toBeCloseTo(door - 2 + yard);
    const own = [camera('door', { days: { clips: 5 } }), camera('yard', {})];
    const ofOwn = 0.5 * 60 + 0.5 * 5;
    expect((keptEstimate(forecast, standard, own)?.bytes ?? 0) / gb).toBeCloseTo(ofOwn + yard);
  });

  it('is never more than there is room for, by the disk or by the owner', () => {
    const long = Retention.parse({ continuousDays: 100 });
    expect(keptEstimate(forecast, long, cameras)).toEqual({ days: 100, bytes: 110 * gb, fits: false });
    const limited = Retention.parse({ mostGigabytes: 20 });
    expect(keptEstimate(forecast, limited, cameras)).toEqual({ days: 60, bytes: 20 * gb, fits: false });
    const roomy = Retention.parse({ continuousDays: 100, reserveGigabytes: 100 });
    expect(keptEstimate(forecast, roomy, cameras)?.bytes).toBe(30 * gb);
  });

  it('is not told before anything was measured', () => {
    expect(keptEstimate({ ...forecast, bytesPerDay: null, cameras: [] }, standard, cameras)).toBeNull();
  });

  it('is less than before as soon as one thing is kept for a shorter time', () => {
    expect(keepsLess(standard, standard)).toBe(false);
    expect(keepsLess(standard, { ...standard, continuousDays: 2 })).toBe(true);
    expect(keepsLess(standard, { ...standard, mostGigabytes: 500 })).toBe(true);
    expect(keepsLess(standard, { ...standard, clipDays: { ...standard.clipDays, animal: 20 } })).toBe(false);
  });
});
