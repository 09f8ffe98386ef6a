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
    { cameraId: CameraId.parse('door'), bytesPerDay: 1 * gb },
    { cameraId: CameraId.parse('yard'), bytesPerDay: 2 * gb },
  ],
};
const cameras = [camera('door', { mode: 'events' }), camera('yard', { mode: 'continuous' })];

describe('what settings of retention come to', () => {
  it('is what each camera brings in the days that it is kept', () => {
    expect(keptEstimate(forecast, standard, cameras)).toEqual({ days: 30, bytes: 36 * gb, fits: true });
    const own = [camera('door', { mode: 'events', days: { clips: 5 } }), cameras[1] ?? camera('yard', {})];
    expect(keptEstimate(forecast, standard, own)).toEqual({ days: 5, bytes: 11 * gb, fits: true });
  });

  it('is never more than there is room for, by the disk or by the owner', () => {
    const long = Retention.parse({ continuousDays: 100 });
    expect(keptEstimate(forecast, long, cameras)).toEqual({ days: 100, bytes: 110 * gb, fits: false });
    const limited = Retention.parse({ mostGigabytes: 20 });
    expect(keptEstimate(forecast, limited, cameras)).toEqual({ days: 30, bytes: 20 * gb, fits: false });
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
