import type { BandSpan } from './band-span.ts';

interface BandTime {
  readonly span: BandSpan;
  readonly atMs: number;
  readonly nowMs: number;
  readonly oldestMs: number | null;
}

/** The moment that a key leads to; null where it is no key of the band. */
export function timeByKey(key: string, { span, atMs, nowMs, oldestMs }: BandTime): number | null {
  const stepMs = (span.toMs - span.fromMs) / 24;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return atMs - stepMs;
    case 'ArrowRight':
    case 'ArrowUp':
      return atMs + stepMs;
    case 'PageUp':
      return daysLater(atMs, 1);
    case 'PageDown':
      return daysLater(atMs, -1);
    case 'Home':
      return oldestMs ?? atMs;
    case 'End':
      return nowMs;
    default:
      return null;
  }
}

/** The same time of day, so many days of the calendar later. */
export function daysLater(atMs: number, days: number): number {
  const date = new Date(atMs);
  return date.setDate(date.getDate() + days);
}
