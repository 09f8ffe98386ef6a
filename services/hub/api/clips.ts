import { ByEvent } from '../../contract/api.ts';
import { ClipsBetween } from '../../contract/timeline.ts';
import { clipsOf } from '../playback/clips-of.ts';
import { recordedSpans } from '../timeline/recorded-spans.ts';
import { needs, router } from './procedure.ts';

export const clips = router({
  ofEvent: needs('view_recordings')
    .input(ByEvent)
    .query(({ ctx, input }) => clipsOf(ctx.house.store.clips, ctx.house.events.get(input.eventId))),
  spans: needs('view_recordings')
    .input(ClipsBetween)
    .query(({ ctx, input }) => recordedSpans(ctx.house.store.clips.list(input))),
});
