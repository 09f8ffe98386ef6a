import type { DayCount, EventFilter } from '../../contract/timeline.ts';
import type { Bucket, TimelineTable } from '../../store/timeline.ts';

/** On which days of this machine's calendar events began, newest first; days without any are left out. */
export function daysWith(timeline: Pick<TimelineTable, 'buckets'>, filter: EventFilter): readonly DayCount[] {
  const isWholeHours = new Date().getTimezoneOffset() % 60 === 0;
  return daysOf(timeline.buckets(filter, isWholeHours ? 'hours' : 'quarters'));
}

/** Of buckets, newest first, none of which lies in two days. */
export function daysOf(buckets: readonly Bucket[]): readonly DayCount[] {
  const days: { fromMs: number; toMs: number; events: number }[] = [];
  for (const { atMs, events } of buckets) {
    const last = days.at(-1);
    if (last !== undefined && atMs >= last.fromMs) last.events += events;
    else days.push({ ...dayOf(atMs), events });
  }
  return days;
}

/** Days may have 23 or 25 hours. */
function dayOf(atMs: number): { readonly fromMs: number; readonly toMs: number } {
  const day = new Date(atMs);
  const fromMs = day.setHours(0, 0, 0, 0);
  return { fromMs, toMs: day.setDate(day.getDate() + 1) };
}
