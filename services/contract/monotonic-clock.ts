/**
 * Milliseconds of the machine's monotonic clock, which all processes and threads share and which no change of the time of
 * day moves.
 */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint() / 1000n) / 1000;
}
