import type { DayCount, EventFilter } from '../../../services/contract/timeline.ts';
import { trpc } from '../../hub.ts';

/** Visits that are asked for at once. */
export const pageSize = 60;

/** What left the screen is forgotten after this time: of 100,000 visits a few pages are in memory. */
const gcTime = 20_000;

/** The visits of a page of a day, newest first. */
export function pageOf({ fromMs, toMs }: DayCount, page: number, filter: EventFilter) {
  const window = { ...filter, fromMs, toMs, offset: page * pageSize, limit: pageSize };
  return { ...trpc.events.window.queryOptions(window), gcTime };
}
