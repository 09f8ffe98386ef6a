import { SettingsFile, SettingsUpdate, UseDemo } from '../../contract/api.ts';
import { newsOf } from '../news.ts';
import { importSettings } from '../settings-import.ts';
import { needs, router } from './procedure.ts';
import { settingsFor } from './shown-to.ts';

export const settings = router({
  get: needs('nothing').query(({ ctx }) =>
    settingsFor(ctx.house.settings.shown(), ctx.house.access, ctx.caller),
  ),
  watch: needs('nothing').subscription(async function* ({ ctx, signal }) {
    const { settings } = ctx.house;
    for await (const _ of newsOf(settings.changed, { signal, keep: 1 }))
      yield settingsFor(settings.shown(), ctx.house.access, ctx.caller);
  }),
  update: needs('change_settings')
    .input(SettingsUpdate)
    .mutation(async ({ ctx, input }) => {
      await ctx.house.wakePhrases.ready();
      ctx.house.settings.update(input);
      const { revisions: _, ...sections } = input;
      for (const about of Object.keys(sections)) ctx.note('changed_settings', { about });
      return ctx.house.settings.shown();
    }),
  useDemo: needs('change_settings')
    .input(UseDemo)
    .mutation(({ ctx, input }) => {
      ctx.house.settings.useDemo(input.demo);
      ctx.note('changed_settings', { about: 'demo' });
      return ctx.house.settings.shown();
    }),
  import: needs('change_settings')
    .input(SettingsFile)
    .mutation(async ({ ctx, input }) => {
      await ctx.house.wakePhrases.ready();
      importSettings(ctx.house, input);
      ctx.note('changed_settings', { about: 'file' });
      return ctx.house.settings.shown();
    }),
});
