import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { Event } from '../../../../services/contract/event.ts';
import type { HourCount } from '../../../../services/contract/search.ts';
import type { EventFilter, RecordedSpan } from '../../../../services/contract/timeline.ts';
import { trpc } from '../../../hub.ts';
import type { BandSpan } from './band-span.ts';
import { busiestHour } from './lane-marks.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Visits are drawn one by one where there are no more on the band. */
const mostVisits = 200;
/** Video of a longer time is too thin to be seen. */
const longestVideoMs = 4 * dayMs;
/** What is not shown any more is forgotten after this time. */
const gcTime = 60_000;

export interface Lane {
  readonly counts: readonly HourCount[];
  /** Visits of the busiest hour. */
  readonly most: number;
  /** Null: too many to be drawn one by one. */
  readonly visits: readonly Event[] | null;
  readonly spans: readonly RecordedSpan[];
}

/** What the hub knows of a camera in a span of time; asked for in whole pieces, so that a drag does not ask at each step. */
export function useLane(filter: EventFilter, span: BandSpan): Lane {
  const lengthMs = span.toMs - span.fromMs;
  const piece = lengthMs > 2 * dayMs ? 4 * dayMs : lengthMs > 4 * hourMs ? 12 * hourMs : 2 * hourMs;
  const fromMs = Math.floor(span.fromMs / piece) * piece;
  const toMs = Math.ceil(span.toMs / piece) * piece;
  const { cameraId, label, personId, zone, kept } = filter;
  const isCounted = personId === undefined && zone === undefined && kept === undefined;
  const counted = useQuery({
    ...trpc.events.counts.queryOptions({ fromMs, toMs, ...(cameraId === undefined ? {} : { cameraId }) }),
    placeholderData: keepPreviousData,
    gcTime,
    enabled: isCounted,
  });
  const counts = (counted.data ?? []).filter((count) => label === undefined || count.label === label);
  const inView = counts.filter(({ hourMs: at }) => at + hourMs > span.fromMs && at < span.toMs);
  const all = counts.reduce((sum, { events }) => sum + events, 0);
  const isFew = lengthMs <= 2 * dayMs && (!isCounted || (counted.isSuccess && all <= mostVisits));
  const visits = useQuery({
    ...trpc.events.window.queryOptions({ ...filter, fromMs, toMs, limit: mostVisits }),
    placeholderData: keepPreviousData,
    gcTime,
    enabled: isFew || !isCounted,
  });
  const spans = useQuery({
    ...trpc.clips.spans.queryOptions(
      cameraId === undefined || lengthMs > longestVideoMs ? skipToken : { cameraId, fromMs, untilMs: toMs },
    ),
    placeholderData: keepPreviousData,
    gcTime,
  });
  return {
    counts,
    most: busiestHour(inView),
    visits: (isFew || !isCounted) && visits.data !== undefined ? visits.data : null,
    spans: lengthMs <= longestVideoMs ? (spans.data ?? []) : [],
  };
}
