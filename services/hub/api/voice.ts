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
import { needs, router } from './procedure.ts';

const shownEntries = 100;
const keptChanges = 100;

export const voice = router({
  transcript: needs('view_recordings').query(({ ctx }) => ctx.house.transcript.newest(shownEntries)),
  watch: needs('view_recordings').subscription(({ ctx, signal }) =>
    newsOf(ctx.house.transcript.changed, {
      signal,
      keep: keptChanges,
      first: (): VoiceChange => ({ state: ctx.house.transcript.state }),
    }),
  ),
  say: needs('control_devices')
    .input(Say)
    .mutation(async ({ ctx, input }) => valueOf(await ctx.hub.voice.calls.say(input.text))),
  listenTo: needs('change_settings')
    .input(ListenTo)
    .mutation(async ({ ctx, input }) => valueOf(await ctx.hub.voice.calls.listenTo(input.path))),
  wake: needs('view_recordings').query(({ ctx }) => ctx.house.wakePhrases.view()),
  watchWake: needs('view_recordings').subscription(({ ctx, signal }) =>
    newsOf(ctx.house.wakePhrases.changed, { signal, keep: 1, first: () => ctx.house.wakePhrases.view() }),
  ),
  adviseWake: needs('change_settings')
    .input(ByWakePhrase)
    .query(({ ctx, input }) => ctx.house.wakePhrases.advise(input.phrase)),
  trainWake: needs('change_settings')
    .input(ByWakePhrase)
    .mutation(({ ctx, input }) => ctx.house.wakePhrases.train(input.phrase)),
  cancelWake: needs('change_settings').mutation(({ ctx }) => ctx.house.wakePhrases.cancel()),
  useWake: needs('change_settings')
    .input(ByWakePhrase)
    .mutation(async ({ ctx, input }) => {
      const view = await ctx.house.wakePhrases.use(input.phrase);
      ctx.note('changed_settings', { about: 'voice' });
      return view;
    }),
  forgetWake: needs('change_settings')
    .input(ByWakePhrase)
    .mutation(({ ctx, input }) => ctx.house.wakePhrases.forget(input.phrase)),
  recordSample: needs('change_settings')
    .input(RecordSample)
    .mutation(({ ctx, input }) => ctx.house.wakePhrases.recordSample(input.phrase, input.path)),
  forgetSample: needs('change_settings')
    .input(BySample)
    .mutation(({ ctx, input }) => ctx.house.wakePhrases.forgetSample(input.sampleId)),
  meter: needs('view_recordings').subscription(({ ctx, signal }) => ctx.house.voiceMeter.watch(signal)),
  thatWasWrong: needs('enrol')
    .input(ThatWasWrong)
    .mutation(({ ctx, input }) => ctx.house.mishearings.wrong(input)),
  takeBack: needs('enrol')
    .input(ByEntry)
    .mutation(({ ctx, input }) => ctx.house.mishearings.takeBack(input.entryId)),
  recordings: needs('view_recordings').query(({ ctx }) => ({ count: ctx.house.mishearings.count() })),
  forgetRecordings: needs('erase').mutation(async ({ ctx }) => {
    await ctx.house.mishearings.forgetAll();
    ctx.note('erased', { about: 'recordings' });
    return { count: ctx.house.mishearings.count() };
  }),
});
