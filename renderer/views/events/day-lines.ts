import type { DayCount } from '../../../services/contract/timeline.ts';

/** How a list of visits is laid out, in CSS pixels. */
export interface ListMeasure {
  /** Visits side by side. */
  readonly columns: number;
  /** From the top of one line to the top of the next. */
  readonly linePx: number;
  /** The name of a day, above its first line. */
  readonly headingPx: number;
}

/** A day in the list of all: everything is measured before anything of it is asked for. */
export interface DayPlace {
  readonly day: DayCount;
  readonly topPx: number;
  readonly heightPx: number;
}

/** Where each day is, the newest on top. */
export function placesOf(days: readonly DayCount[], measure: ListMeasure): readonly DayPlace[] {
  let topPx = 0;
  return days.map((day) => {
    const heightPx = measure.headingPx + Math.ceil(day.events / measure.columns) * measure.linePx;
    const place = { day, topPx, heightPx };
    topPx += heightPx;
    return place;
  });
}

/** The height of all days together. */
export function heightOfAll(places: readonly DayPlace[]): number {
  const last = places.at(-1);
  return last === undefined ? 0 : last.topPx + last.heightPx;
}

/** The places that are between two heights, without looking at each of thousands. */
export function placesBetween(
  places: readonly DayPlace[],
  fromPx: number,
  untilPx: number,
): readonly DayPlace[] {
  const first = Math.max(0, firstBelow(places, fromPx) - 1);
  const end = firstBelow(places, untilPx);
  return places.slice(first, Math.max(end, first + 1));
}

/** The number of the first place that begins below a height. */
function firstBelow(places: readonly DayPlace[], px: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.topPx ?? 0) > px) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Which visits of a day are between two heights of the list: from the first to before the last, counted from the newest. */
export function visitsBetween(
  { day, topPx }: DayPlace,
  { columns, linePx, headingPx }: ListMeasure,
  span: { readonly fromPx: number; readonly untilPx: number },
): { readonly first: number; readonly end: number } {
  const line = (px: number): number => (px - topPx - headingPx) / linePx;
  const first = Math.max(0, Math.floor(line(span.fromPx))) * columns;
  const end = Math.max(0, Math.ceil(line(span.untilPx))) * columns;
  return { first: Math.min(first, day.events), end: Math.min(end, day.events) };
}

/** The day of a moment: the newest that began before it, or else the oldest. */
export function placeAt(places: readonly DayPlace[], atMs: number): DayPlace | null {
  return places.find(({ day }) => day.fromMs <= atMs) ?? places.at(-1) ?? null;
}
