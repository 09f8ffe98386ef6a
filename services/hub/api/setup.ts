import { FindFault, GoToStep, PassStep } from '../../contract/setup.ts';
import { newsOf } from '../news.ts';
import { findFault } from '../setup/address-finding.ts';
import { speakerSentence } from '../setup/speaker-test.ts';
import { inside, router } from './procedure.ts';

export const setup = router({
  get: inside.query(({ ctx }) => ctx.house.setup.view()),
  watch: inside.subscription(({ ctx, signal }) =>
    newsOf(ctx.house.setup.changed, { signal, keep: 1, first: () => ctx.house.setup.view() }),
  ),
  pass: inside.input(PassStep).mutation(({ ctx, input }) => ctx.house.setup.pass(input)),
  goTo: inside.input(GoToStep).mutation(({ ctx, input }) => ctx.house.setup.goTo(input.at)),
  leave: inside.mutation(({ ctx }) => ctx.house.setup.leave()),
  testSpeaker: inside.mutation(async ({ ctx }) => {
    const { settings, transcript } = ctx.house;
    const sentence = speakerSentence({
      voice: settings.get().voice,
      state: transcript.state,
      now: new Date(),
    });
    await ctx.hub.voice.calls.speak(sentence);
  }),
  findFault: inside
    .input(FindFault)
    .mutation(({ input, signal }) =>
      findFault(input.address, { signal: signal ?? new AbortController().signal }),
    ),
});
