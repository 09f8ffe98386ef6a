import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { EventFilter } from '../../../services/contract/timeline.ts';
import { trpc } from '../../hub.ts';
import { type DayPlace, type ListMeasure, placeAt, placesBetween, visitsBetween } from './day-lines.ts';
import { pageOf, pageSize } from './visit-page.ts';

interface ShownList {
  readonly places: readonly DayPlace[];
  readonly measure: ListMeasure;
  readonly filter: EventFilter;
}

interface ScrollTime {
  /** The list was scrolled to this height. */
  readonly scrolled: (px: number) => void;
  /** The height of a moment; null: of the newest. */
  readonly heightOf: (atMs: number | null) => Promise<number>;
}

/** Told at most so often, so that the band does not slow the list down. */
const tellEveryMs = 120;
const askAgainMs = 250;
const mostTries = 20;

/** Between heights of the list and moments: the moment of what is on top is told, and the height of a moment can be asked for. */
export function useScrollTime(list: ShownList, onMoment: (atMs: number) => void): ScrollTime {
  const queries = useQueryClient();
  const now = useRef({ list, onMoment });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    now.current = { list, onMoment };
  });
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  const scrolled = useCallback(
    (px: number) => {
      const tell = (triesLeft: number): void => {
        const moment = momentAt(queries, now.current.list, px);
        if (moment === null) return;
        now.current.onMoment(moment.atMs);
        // What is on top is on its way, and tells the time better.
        if (moment.isGuess && triesLeft > 0) timer.current = setTimeout(tell, askAgainMs, triesLeft - 1);
      };
      clearTimeout(timer.current);
      timer.current = setTimeout(tell, tellEveryMs, mostTries);
    },
    [queries],
  );
  const heightOf = useCallback(
    (atMs: number | null) => heightOfMoment(queries, now.current.list, atMs),
    [queries],
  );
  return { scrolled, heightOf };
}

/** When the visit on top began; a guess by its place in its day while it is not there. */
function momentAt(queries: QueryClient, { places, measure, filter }: ShownList, px: number) {
  const [place] = placesBetween(places, px, px);
  if (place === undefined) return null;
  const { day } = place;
  // The day's name covers the first line.
  const top = { fromPx: px + measure.headingPx, untilPx: px };
  const number = Math.min(visitsBetween(place, measure, top).first, day.events - 1);
  const page = queries.getQueryData(pageOf(day, Math.floor(number / pageSize), filter).queryKey);
  const beganAtMs = page?.[number % pageSize]?.beganAtMs;
  if (beganAtMs !== undefined) return { atMs: beganAtMs, isGuess: false };
  const endMs = Math.min(day.toMs, Date.now());
  return { atMs: endMs - ((number + 0.5) / day.events) * (endMs - day.fromMs), isGuess: true };
}

async function heightOfMoment(
  queries: QueryClient,
  { places, measure, filter }: ShownList,
  atMs: number | null,
): Promise<number> {
  const place = atMs === null ? null : placeAt(places, atMs);
  if (atMs === null || place === null) return 0;
  const { day, topPx } = place;
  if (atMs >= day.toMs) return topPx;
  const newer = trpc.events.count.queryOptions({ ...filter, fromMs: atMs + 1, toMs: day.toMs });
  const count = await queries.query({ ...newer, gcTime: 0 }).catch(() => 0);
  return topPx + Math.floor(Math.min(count, day.events - 1) / measure.columns) * measure.linePx;
}
