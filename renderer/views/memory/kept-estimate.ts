import type { ShownCamera } from '../../../services/contract/api.ts';
import {
  type Forecast,
  type Retention,
  reserveOf,
  type VideoShares,
} from '../../../services/contract/retention.ts';

/** What video comes to with some settings, once it has gone on so long. */
export interface KeptEstimate {
  /** Of what is kept longest. */
  readonly days: number;
  readonly bytes: number;
  /** Whether that is less than there is room for. */
  readonly fits: boolean;
}

const gigabyte = 1e9;
/** Where nothing is known yet of what a camera shows. */
const unknown: VideoShares = { named: 0, person: 1, vehicle: 0, animal: 0, empty: 0 };

/**
 * About how much video is kept, if it comes as it came of late and shows what it showed. Null while that is not known, or while a
 * value is no number.
 */
export function keptEstimate(
  forecast: Forecast,
  retention: Retention,
  cameras: readonly ShownCamera[],
): KeptEstimate | null {
  if (forecast.bytesPerDay === null || forecast.cameras.length === 0) return null;
  const kept = forecast.cameras.flatMap(({ cameraId, bytesPerDay, shares = unknown }) => {
    const days = daysOf(
      cameras.find(({ id }) => id === cameraId),
      retention,
    );
    return kinds.map((kind) => ({ days: days[kind], bytes: days[kind] * shares[kind] * bytesPerDay }));
  });
  const bytes = kept.reduce((sum, part) => sum + part.bytes, 0);
  const days = Math.max(...kept.filter((part) => part.bytes > 0).map((part) => part.days));
  const room = roomBytes(forecast, retention);
  return { days, bytes: Math.min(bytes, room), fits: bytes <= room };
}

const kinds = ['named', 'person', 'vehicle', 'animal', 'empty'] as const;

/** For video in all, what is there already among it. */
function roomBytes({ heldBytes, disk }: Forecast, { mostGigabytes, reserveGigabytes }: Retention): number {
  const most = mostGigabytes === null ? Infinity : mostGigabytes * gigabyte;
  if (disk === null) return most;
  const free = disk.freeBytes - reserveOf(disk.totalBytes, reserveGigabytes);
  return Math.min(most, heldBytes + Math.max(0, free));
}

/** The days that a camera's video is kept, by what it shows. */
function daysOf(camera: ShownCamera | undefined, retention: Retention): VideoShares {
  const { clipDays, namedDays, continuousDays } = retention;
  const own = camera?.recording.days;
  const person = own?.clips ?? clipDays.person;
  return {
    named: Math.max(person, namedDays),
    person,
    vehicle: own?.clips ?? clipDays.vehicle,
    animal: own?.clips ?? clipDays.animal,
    empty: own?.continuous ?? continuousDays,
  };
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
