/** A time as a field of the kind `datetime-local` has it, by the clock of this device: 2026-11-23T14:05. */
export function localText(ms: number): string {
  const offsetMs = new Date(ms).getTimezoneOffset() * 60_000;
  return new Date(ms - offsetMs).toISOString().slice(0, 16);
}

export function startOfToday(): number {
  return new Date().setHours(0, 0, 0, 0);
}
