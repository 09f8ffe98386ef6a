import { ByEvent } from '../../contract/api.ts';
import { ClipsBetween } from '../../contract/timeline.ts';
import { clipsOf } from '../playback/clips-of.ts';
import { recordedSpans } from '../timeline/recorded-spans.ts';
import { inside, router } from './procedure.ts';

export const clips = router({
  ofEvent: inside
    .input(ByEvent)
    .query(({ ctx, input }) => clipsOf(ctx.house.store.clips, ctx.house.events.get(input.eventId))),
  spans: inside
    .input(ClipsBetween)
    .query(({ ctx, input }) => recordedSpans(ctx.house.store.clips.list(input))),
});
