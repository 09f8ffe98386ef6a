import { z } from 'zod';

/** As the household's clock shows it: "22:30". */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time looks like 22:00');

/** Every day from one time to another; `from` after `to` goes over midnight. */
export const DailySpan = z.strictObject({ from: TimeOfDay, to: TimeOfDay });
export type DailySpan = z.infer<typeof DailySpan>;

/**
 * Whether the clock stands within the span: `from` does, `to` does not any more, and the same time twice is the whole day. Clock
 * times alone are compared: the night that summer time begins or ends in is shorter or longer, and the span all the same.
 */
export function isWithin({ from, to }: DailySpan, clock: string): boolean {
  return from < to ? from <= clock && clock < to : clock >= from || clock < to;
}

/** What the clock of this machine shows: "07:05". */
export function clockOf(now: Date): string {
  return [now.getHours(), now.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}
