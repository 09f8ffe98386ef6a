import type { Retention } from '../../contract/retention.ts';

const gigabyte = 1e9;
/** The database and pictures go on until less than this is free; video does not. */
const mostFloorBytes = 500e6;

/** What stays free on a disk of this size, in bytes: never more than half of it. */
export function reserveOf(totalBytes: number, reserveGigabytes: Retention['reserveGigabytes']): number {
  const wanted =
    reserveGigabytes === null ? Math.max(totalBytes / 20, 2 * gigabyte) : reserveGigabytes * gigabyte;
  return Math.min(wanted, totalBytes / 2);
}

/** With less than this free the disk is full for video, in bytes: what is left belongs to the database. */
export function floorOf(reserveBytes: number): number {
  return Math.min(reserveBytes / 2, mostFloorBytes);
}
