/** So many events of one millisecond keep an order of their own. */
const momentsOfMs = 1024;

/**
 * The first moment of a millisecond since 1970. Moments number what is searched: whole, unique, sorted by time, and exact
 * in a double until the year 2248.
 */
export function firstMomentOf(atMs: number): number {
  return Math.trunc(atMs) * momentsOfMs;
}

/** The first millisecond that has no moment before this one: whatever was earlier has. */
export function msAfter(moment: number): number {
  return Math.ceil(moment / momentsOfMs);
}
