interface Clock {
  /** Milliseconds since 1970. */
  readonly nowMs: number;
  /** As the clock of this machine shows it, 0 … 23. */
  readonly hour: number;
  /** When the last one was made, if there was one. */
  readonly lastMs: number | null;
}

/** Whether there was none since the hour came the last time. One from the future tells of a clock that was wrong, and counts for nothing. */
export function isBackupDue({ nowMs, hour, lastMs }: Clock): boolean {
  if (lastMs === null || lastMs > nowMs) return true;
  const came = new Date(nowMs);
  came.setHours(hour, 0, 0, 0);
  if (came.getTime() > nowMs) came.setDate(came.getDate() - 1);
  return lastMs < came.getTime();
}

/** When the next one is due: now, or when the hour comes the next time. */
export function nextBackupMs(clock: Clock): number {
  if (isBackupDue(clock)) return clock.nowMs;
  const next = new Date(clock.nowMs);
  next.setHours(clock.hour, 0, 0, 0);
  if (next.getTime() <= clock.nowMs) next.setDate(next.getDate() + 1);
  return next.getTime();
}
