import { z } from 'zod';
import type { CameraId } from './identifiers.ts';

const Days = z.number().int().min(1).max(3650).meta({ unit: 'days' });
const Gigabytes = z.number().min(0.1).max(1_000_000).meta({ unit: 'gigabytes' });

/** How long what was seen is kept. What the owner keeps on purpose goes by none of these. */
export const Retention = z.strictObject({
  /** Events with their pictures; one whose video is still there stays with it. */
  eventDays: Days.default(90),
  /** Video of visits, by who came; what shows several is kept as long as the one that is kept longest. */
  clipDays: z
    .strictObject({ person: Days.default(30), vehicle: Days.default(30), animal: Days.default(14) })
    .prefault({}),
  /** Video of somebody known is kept at least so long. */
  namedDays: Days.default(60),
  /** Video of cameras that are recorded all the time, where nothing came. */
  continuousDays: Days.default(3),
  /** All video together, in gigabytes (10^9 bytes); null: as much as the disk has. */
  mostGigabytes: Gigabytes.nullable().default(null),
  /** What stays free on the disk; null: a twentieth of it or 2 GB, whichever is more, but never more than half of it. */
  reserveGigabytes: Gigabytes.nullable().default(null),
});
export type Retention = z.infer<typeof Retention>;

const gigabyte = 1e9;

/** What stays free on a disk of this size, in bytes: never more than half of it. */
export function reserveOf(totalBytes: number, reserveGigabytes: Retention['reserveGigabytes']): number {
  const wanted =
    reserveGigabytes === null ? Math.max(totalBytes / 20, 2 * gigabyte) : reserveGigabytes * gigabyte;
  return Math.min(wanted, totalBytes / 2);
}

/** Days by which one camera differs from the house. */
export const CameraDays = z.strictObject({
  /** Video of visits, whoever came. */
  clips: Days.optional(),
  continuous: Days.optional(),
});
export type CameraDays = z.infer<typeof CameraDays>;

/** What was written on one day since 1970 in UTC, in bytes. */
export interface WrittenDay {
  readonly day: number;
  /** Video by camera. */
  readonly cameras: Readonly<Record<CameraId, number>>;
  /** Everything, as the operating system counted it; 0 where it does not. */
  readonly all: number;
}

/** How much video there is, and how many days of it fit. */
export interface Forecast {
  /** Video that is kept now, in bytes. */
  readonly heldBytes: number;
  /** The disk that it is on, in bytes; `reserveBytes` stay free. Null while it can't be asked. */
  readonly disk: {
    readonly freeBytes: number;
    readonly totalBytes: number;
    readonly reserveBytes: number;
  } | null;
  /** Room for more of it before the oldest goes, in bytes; null while the disk can't be asked. */
  readonly roomBytes: number | null;
  /** Video of a day, by what came of late, in bytes; null while nothing was measured. */
  readonly bytesPerDay: number | null;
  /** All that Lares writes on a day, for memory cards; null where the operating system does not count it. */
  readonly writtenPerDay: number | null;
  /** So many days of video fit; null: it can't be told yet, or no end is in sight. */
  readonly days: number | null;
  /** Of `bytesPerDay`, those of each camera. */
  readonly cameras: readonly {
    readonly cameraId: CameraId;
    readonly bytesPerDay: number;
    /** By what it showed of late; absent where no video of it is there. */
    readonly shares?: VideoShares;
  }[];
}

/** What video shows, as shares of its bytes: 1 in all. */
export interface VideoShares {
  /** Somebody with a name. */
  readonly named: number;
  readonly person: number;
  readonly vehicle: number;
  readonly animal: number;
  /** Nothing came. */
  readonly empty: number;
}
