import { FindFault, GoToStep, PassStep } from '../../contract/setup.ts';
import { newsOf } from '../news.ts';
import { findFault } from '../setup/address-finding.ts';
import { speakerSentence } from '../setup/speaker-test.ts';
import { needs, router } from './procedure.ts';

export const setup = router({
  get: needs('nothing').query(({ ctx }) => ctx.house.setup.view()),
  watch: needs('nothing').subscription(({ ctx, signal }) =>
    newsOf(ctx.house.setup.changed, { signal, keep: 1, first: () => ctx.house.setup.view() }),
  ),
  // Whoever goes through the steps only notes how far they are; what a step changes asks for itself.
  pass: needs('nothing')
    .input(PassStep)
    .mutation(({ ctx, input }) => ctx.house.setup.pass(input)),
  goTo: needs('nothing')
    .input(GoToStep)
    .mutation(({ ctx, input }) => ctx.house.setup.goTo(input.at)),
  leave: needs('nothing').mutation(({ ctx }) => ctx.house.setup.leave()),
  testSpeaker: needs('control_devices').mutation(async ({ ctx }) => {
    const { settings, transcript } = ctx.house;
    const sentence = speakerSentence({
      voice: settings.get().voice,
      state: transcript.state,
      now: new Date(),
    });
    await ctx.hub.voice.calls.speak(sentence);
  }),
  findFault: needs('change_settings')
    .input(FindFault)
    .mutation(({ input, signal }) =>
      findFault(input.address, { signal: signal ?? new AbortController().signal }),
    ),
});
