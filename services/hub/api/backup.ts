import { newsOf } from '../news.ts';
import { needs, router } from './procedure.ts';

/** The backups that Lares makes; what they are made of and where is set in the settings. */
export const backup = router({
  view: needs('change_settings').query(({ ctx }) => ctx.house.backups.view),
  watch: needs('change_settings').subscription(({ ctx, signal }) => {
    const { backups } = ctx.house;
    return newsOf(backups.changed, { signal, keep: 1, first: () => backups.view });
  }),
  list: needs('change_settings').query(({ ctx }) => ctx.house.backups.list()),
  make: needs('change_settings').mutation(({ ctx }) => ctx.house.backups.make(ctx.who)),
  cancel: needs('change_settings').mutation(({ ctx }) => ctx.house.backups.cancel()),
});
