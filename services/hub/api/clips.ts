import { ByEvent } from '../../contract/api.ts';
import { clipsOf } from '../playback/clips-of.ts';
import { inside, router } from './procedure.ts';

export const clips = router({
  ofEvent: inside
    .input(ByEvent)
    .query(({ ctx, input }) => clipsOf(ctx.house.store.clips, ctx.house.events.get(input.eventId))),
});
