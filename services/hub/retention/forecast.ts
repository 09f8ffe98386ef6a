import { CameraId } from '../../contract/identifiers.ts';
import type { Forecast, WrittenDay } from '../../contract/retention.ts';

export interface ForecastBasis {
  readonly nowMs: number;
  /** Of the last days, oldest first. */
  readonly written: readonly WrittenDay[];
  /** Of all video, in bytes. */
  readonly heldBytes: number;
  /** What may still be written before the reserve begins, in bytes; null while the disk can't be asked. */
  readonly freeBytes: number | null;
  /** Of all video, as its owner wants it; null: no limit. */
  readonly mostBytes: number | null;
}

const dayMs = 86_400_000;
/** So many days are looked back on. */
export const forecastDays = 7;
const leastMs = 3_600_000;

/** How many days of video fit, if it comes as it came in the last week; where there is no whole day yet, as it came today. */
export function forecast(basis: ForecastBasis): Omit<Forecast, 'disk'> {
  const { nowMs, written, heldBytes, freeBytes, mostBytes } = basis;
  const today = Math.floor(nowMs / dayMs);
  const recent = written.filter(({ day }) => day >= today - forecastDays && day <= today);
  const first = Math.min(...recent.map(({ day }) => day));
  const isWhole = first < today;
  const measured = isWhole ? recent.filter(({ day }) => day < today) : recent;
  const days = isWhole ? today - first : nowMs / dayMs - today;
  const isTold = measured.length > 0 && days * dayMs >= leastMs;
  const cameras = isTold ? perCamera(measured, days) : [];
  const bytesPerDay = isTold ? cameras.reduce((sum, camera) => sum + camera.bytesPerDay, 0) : null;
  const all = measured.reduce((sum, day) => sum + day.all, 0);
  const room = Math.min(freeBytes ?? Infinity, mostBytes === null ? Infinity : mostBytes - heldBytes);
  const roomBytes = freeBytes === null ? null : Math.max(0, room);
  return {
    heldBytes,
    roomBytes,
    bytesPerDay,
    writtenPerDay: isTold && all > 0 ? all / days : null,
    days:
      roomBytes === null || bytesPerDay === null || bytesPerDay === 0
        ? null
        : (heldBytes + roomBytes) / bytesPerDay,
    cameras,
  };
}

function perCamera(written: readonly WrittenDay[], days: number): Forecast['cameras'] {
  const sums = new Map<string, number>();
  for (const { cameras } of written)
    for (const [id, bytes] of Object.entries(cameras)) sums.set(id, (sums.get(id) ?? 0) + bytes);
  return [...sums].map(([id, bytes]) => ({ cameraId: CameraId.parse(id), bytesPerDay: bytes / days }));
}
