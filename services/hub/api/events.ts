import { ByEvent, NewestEvents } from '../../contract/api.ts';
import { newsOf } from '../news.ts';
import { inside, router } from './procedure.ts';

/** A page that misses more changes than this was asleep, and reads the list again when it wakes. */
const keptChanges = 500;

export const events = router({
  newest: inside.input(NewestEvents.prefault({})).query(({ ctx, input }) => ctx.house.events.newest(input)),
  get: inside.input(ByEvent).query(({ ctx, input }) => ctx.house.events.get(input.eventId)),
  watch: inside.subscription(({ ctx, signal }) =>
    newsOf(ctx.house.events.changed, { signal, keep: keptChanges }),
  ),
  remove: inside.input(ByEvent).mutation(({ ctx, input }) => ctx.house.events.remove(input.eventId)),
});
