import { ByEvent, CountEvents, KeepEvent, NewestEvents } from '../../contract/api.ts';
import { SearchQuery } from '../../contract/search.ts';
import { EventAmong, EventFilter, EventWindow, MistakenEvent } from '../../contract/timeline.ts';
import { search } from '../../store/search-query.ts';
import { newsOf } from '../news.ts';
import { daysWith } from '../timeline/days.ts';
import { inside, router } from './procedure.ts';

/** A page that misses more changes than this was asleep, and reads the list again when it wakes. */
const keptChanges = 500;

export const events = router({
  newest: inside.input(NewestEvents.prefault({})).query(({ ctx, input }) => ctx.house.events.newest(input)),
  get: inside.input(ByEvent).query(({ ctx, input }) => ctx.house.events.get(input.eventId)),
  watch: inside.subscription(({ ctx, signal }) =>
    newsOf(ctx.house.events.changed, { signal, keep: keptChanges }),
  ),
  remove: inside.input(ByEvent).mutation(async ({ ctx, input }) => {
    await ctx.house.events.remove(input.eventId);
    ctx.note('erased', { about: `event ${input.eventId}` });
  }),
  keep: inside
    .input(KeepEvent)
    .mutation(({ ctx, input }) => ctx.house.events.keep(input.eventId, input.kept)),
  mistaken: inside.input(MistakenEvent).mutation(({ ctx, input: { eventId, mistaken } }) => {
    const { events, store } = ctx.house;
    events.get(eventId);
    if (mistaken) store.mistakes.put(eventId);
    else store.mistakes.takeBack(eventId);
    events.tellAgain([eventId]);
    ctx.note(mistaken ? 'corrected' : 'kept', { about: `event ${eventId}` });
    return events.get(eventId);
  }),
  days: inside
    .input(EventFilter.prefault({}))
    .query(({ ctx, input }) => daysWith(ctx.house.store.timeline, input)),
  window: inside.input(EventWindow).query(({ ctx, input }) => ctx.house.store.timeline.window(input)),
  beside: inside.input(EventAmong).query(({ ctx, input }) => ctx.house.store.timeline.beside(input)),
  search: inside
    .input(SearchQuery)
    .query(({ ctx, input }) => search(ctx.house.store.search, input, Date.now())),
  counts: inside.input(CountEvents).query(({ ctx, input }) => ctx.house.store.counts.byHour(input)),
});
