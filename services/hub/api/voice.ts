import {
  ByEntry,
  BySample,
  ByWakePhrase,
  ListenTo,
  RecordSample,
  Say,
  ThatWasWrong,
} from '../../contract/api.ts';
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
  wake: inside.query(({ ctx }) => ctx.house.wakePhrases.view()),
  watchWake: inside.subscription(({ ctx, signal }) =>
    newsOf(ctx.house.wakePhrases.changed, { signal, keep: 1, first: () => ctx.house.wakePhrases.view() }),
  ),
  adviseWake: inside
    .input(ByWakePhrase)
    .query(({ ctx, input }) => ctx.house.wakePhrases.advise(input.phrase)),
  trainWake: inside
    .input(ByWakePhrase)
    .mutation(({ ctx, input }) => ctx.house.wakePhrases.train(input.phrase)),
  cancelWake: inside.mutation(({ ctx }) => ctx.house.wakePhrases.cancel()),
  useWake: inside.input(ByWakePhrase).mutation(async ({ ctx, input }) => {
    const view = await ctx.house.wakePhrases.use(input.phrase);
    ctx.note('changed_settings', { about: 'voice' });
    return view;
  }),
  forgetWake: inside
    .input(ByWakePhrase)
    .mutation(({ ctx, input }) => ctx.house.wakePhrases.forget(input.phrase)),
  recordSample: inside
    .input(RecordSample)
    .mutation(({ ctx, input }) => ctx.house.wakePhrases.recordSample(input.phrase, input.path)),
  forgetSample: inside
    .input(BySample)
    .mutation(({ ctx, input }) => ctx.house.wakePhrases.forgetSample(input.sampleId)),
  meter: inside.subscription(({ ctx, signal }) => ctx.house.voiceMeter.watch(signal)),
  thatWasWrong: inside.input(ThatWasWrong).mutation(({ ctx, input }) => ctx.house.mishearings.wrong(input)),
  takeBack: inside.input(ByEntry).mutation(({ ctx, input }) => ctx.house.mishearings.takeBack(input.entryId)),
  recordings: inside.query(({ ctx }) => ({ count: ctx.house.mishearings.count() })),
  forgetRecordings: inside.mutation(async ({ ctx }) => {
    await ctx.house.mishearings.forgetAll();
    ctx.note('erased', { about: 'recordings' });
    return { count: ctx.house.mishearings.count() };
  }),
});
