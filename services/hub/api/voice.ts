import { ListenTo, Say } from '../../contract/api.ts';
import { valueOf } from '../../contract/trouble.ts';
import { newsOf } from '../news.ts';
import type { VoiceChange } from '../intents/transcript.ts';
import { inside, router } from './procedure.ts';

const shownEntries = 100;
const keptChanges = 100;

export const voice = router({
  transcript: inside.query(({ ctx }) => ctx.house.transcript.newest(shownEntries)),
  watch: inside.subscription(({ ctx, signal }) =>
    newsOf(ctx.house.transcript.changed, {
      signal,
      keep: keptChanges,
      first: (): VoiceChange => ({ state: ctx.house.transcript.state }),
    }),
  ),
  say: inside
    .input(Say)
    .mutation(async ({ ctx, input }) => valueOf(await ctx.hub.voice.calls.say(input.text))),
  listenTo: inside
    .input(ListenTo)
    .mutation(async ({ ctx, input }) => valueOf(await ctx.hub.voice.calls.listenTo(input.path))),
});
