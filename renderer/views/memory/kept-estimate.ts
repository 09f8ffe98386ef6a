import type { ShownCamera } from '../../../services/contract/api.ts';
import { type Forecast, type Retention, reserveOf } from '../../../services/contract/retention.ts';

/** What video comes to with some settings, once it has gone on so long. */
export interface KeptEstimate {
  /** Of the camera that is kept longest. */
  readonly days: number;
  readonly bytes: number;
  /** Whether that is less than there is room for. */
  readonly fits: boolean;
}

const gigabyte = 1e9;

/**
 * About how much video is kept, if it comes as it came of late: at most, since visits are counted by the kind that is kept longest.
 * Null while that is not known, or while a value is no number.
 */
export function keptEstimate(
  forecast: Forecast,
  retention: Retention,
  cameras: readonly ShownCamera[],
): KeptEstimate | null {
  if (forecast.bytesPerDay === null || forecast.cameras.length === 0) return null;
  const kept = forecast.cameras.map(({ cameraId, bytesPerDay }) => {
    const days = daysOf(
      cameras.find(({ id }) => id === cameraId),
      retention,
    );
    return { days, bytes: days * bytesPerDay };
  });
  const bytes = kept.reduce((sum, camera) => sum + camera.bytes, 0);
  const days = Math.max(...kept.map((camera) => camera.days));
  const room = roomBytes(forecast, retention);
  return { days, bytes: Math.min(bytes, room), fits: bytes <= room };
}

/** For video in all, what is there already among it. */
function roomBytes({ heldBytes, disk }: Forecast, { mostGigabytes, reserveGigabytes }: Retention): number {
  const most = mostGigabytes === null ? Infinity : mostGigabytes * gigabyte;
  if (disk === null) return most;
  const free = disk.freeBytes - reserveOf(disk.totalBytes, reserveGigabytes);
  return Math.min(most, heldBytes + Math.max(0, free));
}

function daysOf(camera: ShownCamera | undefined, retention: Retention): number {
  const { clipDays, continuousDays } = retention;
  const own = camera?.recording.days;
  const clips = own?.clips ?? Math.max(clipDays.person, clipDays.vehicle, clipDays.animal);
  return camera?.recording.mode === 'continuous' ? (own?.continuous ?? continuousDays) : clips;
}

/** Whether anything is kept for a shorter time than before, so that older video goes. */
export function keepsLess(before: Retention, after: Retention): boolean {
  const { clipDays } = after;
  return (
    clipDays.person < before.clipDays.person ||
    clipDays.vehicle < before.clipDays.vehicle ||
    clipDays.animal < before.clipDays.animal ||
    after.eventDays < before.eventDays ||
    after.namedDays < before.namedDays ||
    after.continuousDays < before.continuousDays ||
    (after.mostGigabytes ?? Infinity) < (before.mostGigabytes ?? Infinity)
  );
}
