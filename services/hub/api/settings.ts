import { SettingsFile, SettingsUpdate, UseDemo } from '../../contract/api.ts';
import { importSettings } from '../settings-import.ts';
import { inside, router } from './procedure.ts';

export const settings = router({
  get: inside.query(({ ctx }) => ctx.house.settings.shown()),
  update: inside.input(SettingsUpdate).mutation(async ({ ctx, input }) => {
    await ctx.house.wakePhrases.ready();
    ctx.house.settings.update(input);
    return ctx.house.settings.shown();
  }),
  useDemo: inside.input(UseDemo).mutation(({ ctx, input }) => {
    ctx.house.settings.useDemo(input.demo);
    return ctx.house.settings.shown();
  }),
  import: inside.input(SettingsFile).mutation(async ({ ctx, input }) => {
    await ctx.house.wakePhrases.ready();
    importSettings(ctx.house, input);
    return ctx.house.settings.shown();
  }),
});
