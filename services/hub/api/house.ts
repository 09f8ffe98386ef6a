import { Arm, Unlock } from '../../contract/api.ts';
import { newsOf } from '../news.ts';
import { atTheDoor, inside, router } from './procedure.ts';

export const house = router({
  health: atTheDoor.query(({ ctx }) => ctx.door.health()),
  watchHealth: atTheDoor.subscription(({ ctx, signal }) =>
    newsOf(ctx.door.healthChanged, { signal, keep: 1, first: () => ctx.door.health() }),
  ),
  unlock: atTheDoor.input(Unlock).mutation(async ({ ctx, input }) => {
    await ctx.door.unlock(input.passphrase);
    return ctx.door.health();
  }),
  arm: inside.input(Arm).mutation(({ ctx, input }) => {
    ctx.house.settings.arm(input.armed);
    return ctx.door.health();
  }),
});
