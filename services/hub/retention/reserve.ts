/** The database and pictures go on until less than this is free; video does not. */
const mostFloorBytes = 500e6;

/** With less than this free the disk is full for video, in bytes: what is left belongs to the database. */
export function floorOf(reserveBytes: number): number {
  return Math.min(reserveBytes / 2, mostFloorBytes);
}
