import { ByEvent, CountEvents, KeepEvent, NewestEvents } from '../../contract/api.ts';
import { SearchQuery } from '../../contract/search.ts';
import { EventAmong, EventFilter, EventSpan, EventWindow, MistakenEvent } from '../../contract/timeline.ts';
import { search } from '../../store/search-query.ts';
import { newsOf } from '../news.ts';
import { daysWith } from '../timeline/days.ts';
import { needs, router } from './procedure.ts';

/** A page that misses more changes than this was asleep, and reads the list again when it wakes. */
const keptChanges = 500;

export const events = router({
  newest: needs('view_recordings')
    .input(NewestEvents.prefault({}))
    .query(({ ctx, input }) => ctx.house.events.newest(input)),
  get: needs('view_recordings')
    .input(ByEvent)
    .query(({ ctx, input }) => ctx.house.events.get(input.eventId)),
  watch: needs('view_recordings').subscription(({ ctx, signal }) =>
    newsOf(ctx.house.events.changed, { signal, keep: keptChanges }),
  ),
  remove: needs('erase')
    .input(ByEvent)
    .mutation(async ({ ctx, input }) => {
      await ctx.house.events.remove(input.eventId);
      ctx.note('erased', { about: `event ${input.eventId}` });
    }),
  keep: needs('enrol')
    .input(KeepEvent)
    .mutation(({ ctx, input }) => ctx.house.events.keep(input.eventId, input.kept)),
  mistaken: needs('enrol')
    .input(MistakenEvent)
    .mutation(({ ctx, input: { eventId, mistaken } }) => {
      const { events, store } = ctx.house;
      events.get(eventId);
      if (mistaken) store.mistakes.put(eventId);
      else store.mistakes.takeBack(eventId);
      events.tellAgain([eventId]);
      ctx.note(mistaken ? 'corrected' : 'kept', { about: `event ${eventId}` });
      return events.get(eventId);
    }),
  days: needs('view_recordings')
    .input(EventFilter.prefault({}))
    .query(({ ctx, input }) => daysWith(ctx.house.store.timeline, input)),
  window: needs('view_recordings')
    .input(EventWindow)
    .query(({ ctx, input }) => ctx.house.store.timeline.window(input)),
  count: needs('view_recordings')
    .input(EventSpan)
    .query(({ ctx, input }) => ctx.house.store.timeline.count(input)),
  beside: needs('view_recordings')
    .input(EventAmong)
    .query(({ ctx, input }) => ctx.house.store.timeline.beside(input)),
  search: needs('view_recordings')
    .input(SearchQuery)
    .query(({ ctx, input }) => search(ctx.house.store.search, input, Date.now())),
  counts: needs('view_recordings')
    .input(CountEvents)
    .query(({ ctx, input }) => ctx.house.store.counts.byHour(input)),
});
