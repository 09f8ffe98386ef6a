/** The time that the band shows. */
export interface BandSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
export const shortestSpanMs = 10 * minuteMs;
export const longestSpanMs = 14 * dayMs;
/** Behind the present there is nothing to see: so much of the band may be empty. */
const aheadShare = 0.04;

/** A whole day that ends a little after now. */
export function lastDay(nowMs: number): BandSpan {
  return spanAround(nowMs, dayMs, 1 - aheadShare);
}

/** `atMs` at this share of the span, 0..1. */
function spanAround(atMs: number, lengthMs: number, share: number): BandSpan {
  const fromMs = atMs - lengthMs * share;
  return { fromMs, toMs: fromMs + lengthMs };
}

/** Moved, but not beyond now. */
export function moved({ fromMs, toMs }: BandSpan, byMs: number, nowMs: number): BandSpan {
  return notBeyond({ fromMs: fromMs + byMs, toMs: toMs + byMs }, nowMs);
}

/** Longer by this factor, below 1 shorter; `atMs` stays where it is. */
export function zoomed(
  { fromMs, toMs }: BandSpan,
  { factor, atMs, nowMs }: { readonly factor: number; readonly atMs: number; readonly nowMs: number },
): BandSpan {
  const length = toMs - fromMs;
  const wished = Math.min(longestSpanMs, Math.max(shortestSpanMs, length * factor));
  return notBeyond(spanAround(atMs, wished, (atMs - fromMs) / length), nowMs);
}

/** The span itself where it holds the moment, else one of its length around it. */
export function spanWith(span: BandSpan, atMs: number, nowMs: number): BandSpan {
  if (atMs >= span.fromMs && atMs <= span.toMs) return span;
  return notBeyond(spanAround(atMs, span.toMs - span.fromMs, 0.5), nowMs);
}

function notBeyond(span: BandSpan, nowMs: number): BandSpan {
  const length = span.toMs - span.fromMs;
  return span.toMs > nowMs + length * aheadShare ? spanAround(nowMs, length, 1 - aheadShare) : span;
}

const stepsMs = [1, 5, 15, 30, 60, 120, 180, 360, 720].map((minutes) => minutes * minuteMs);
const stepsDays = [1, 2, 7];

export interface BandTick {
  readonly atMs: number;
  /** Named by its day instead of its time. */
  readonly isDay: boolean;
}

/** Whole times of the local clock, at least `leastPx` apart on a band of this width. */
export function ticksOf({ fromMs, toMs }: BandSpan, widthPx: number, leastPx = 84): readonly BandTick[] {
  const leastMs = ((toMs - fromMs) / Math.max(1, widthPx)) * leastPx;
  const stepMs = stepsMs.find((step) => step >= leastMs);
  const ticks: BandTick[] = [];
  const day = new Date(fromMs);
  day.setHours(0, 0, 0, 0);
  const stepDays = stepsDays.find((days) => days * dayMs >= leastMs) ?? 7;
  // Days are counted by the calendar, so that a day of 23 hours moves no later tick away from its whole hour.
  for (; day.getTime() < toMs; day.setDate(day.getDate() + (stepMs === undefined ? stepDays : 1))) {
    const midnightMs = day.getTime();
    if (midnightMs >= fromMs) ticks.push({ atMs: midnightMs, isDay: true });
    if (stepMs === undefined) continue;
    const next = new Date(midnightMs);
    const endMs = next.setDate(next.getDate() + 1);
    for (let atMs = midnightMs + stepMs; atMs < Math.min(endMs, toMs); atMs += stepMs)
      if (atMs >= fromMs) ticks.push({ atMs, isDay: false });
  }
  return ticks;
}
