import { Arm, Unlock } from '../../contract/api.ts';
import { newsOf } from '../news.ts';
import { atTheDoor, inside, router } from './procedure.ts';

export const house = router({
  health: atTheDoor.query(({ ctx }) => ctx.door.health()),
  watchHealth: atTheDoor.subscription(({ ctx, signal }) =>
    newsOf(ctx.door.healthChanged, { signal, keep: 1, first: () => ctx.door.health() }),
  ),
  unlock: atTheDoor.input(Unlock).mutation(async ({ ctx, input }) => {
    const { door, who, wrongPassphrases } = ctx;
    const wasLocked = door.openHub() === null;
    await wrongPassphrases.watch(door.unlock(input.passphrase));
    const { audit } = door.hub.house;
    for (const atMs of wrongPassphrases.take()) audit.note({ who, deed: 'wrong_passphrase', atMs });
    if (wasLocked) audit.note({ who, deed: 'opened' });
    return door.health();
  }),
  watchArrivals: inside.subscription(({ ctx, signal }) =>
    newsOf(ctx.house.arrivals.came, { signal, keep: 1 }),
  ),
  arm: inside.input(Arm).mutation(({ ctx, input }) => {
    ctx.house.settings.arm(input.armed);
    ctx.note(input.armed ? 'armed' : 'disarmed');
    return ctx.door.health();
  }),
});
