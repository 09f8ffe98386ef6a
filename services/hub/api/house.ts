import { Arm, Unlock } from '../../contract/api.ts';
import type { Health } from '../../contract/health.ts';
import type { Measures } from '../../contract/measures.ts';
import { newsOf } from '../news.ts';
import { type ApiContext, atTheDoor, needs, router } from './procedure.ts';
import { healthFor } from './shown-to.ts';

export const house = router({
  health: atTheDoor.query(({ ctx }) => healthNow(ctx)),
  watchHealth: atTheDoor.subscription(async function* ({ ctx, signal }) {
    const { healthChanged } = ctx.door;
    for await (const _ of newsOf(healthChanged, { signal, keep: 1, first: () => ctx.door.health() }))
      yield healthNow(ctx);
  }),
  unlock: atTheDoor.input(Unlock).mutation(async ({ ctx, input }) => {
    const { caller, door, wrongPassphrases } = ctx;
    const wasLocked = door.openHub() === null;
    await wrongPassphrases.watch(door.unlock(input.passphrase));
    const { access, audit } = door.hub.house;
    const who = access.whoOf(caller);
    for (const atMs of wrongPassphrases.take()) audit.note({ who, deed: 'wrong_passphrase', atMs });
    if (wasLocked) audit.note({ who, deed: 'opened' });
    return healthNow(ctx);
  }),
  watchMeasures: needs('view_live').subscription(async function* ({ ctx, signal }) {
    const { measures } = ctx.hub;
    const shown = (all: Measures): Measures => ({
      ...all,
      cameras: all.cameras.filter(({ cameraId }) => ctx.sees(cameraId)),
    });
    const newest = measures.get();
    if (newest !== null) yield shown(newest);
    for await (const next of newsOf(measures.changed, { signal, keep: 1 })) yield shown(next);
  }),
  lock: needs('change_settings').mutation(async ({ ctx }) => {
    const { door, note } = ctx;
    door.mustOpenAgain();
    note('locked');
    await door.lock();
    return door.health();
  }),
  watchArrivals: needs('view_live').subscription(({ ctx, signal }) =>
    newsOf(ctx.house.arrivals.came, { signal, keep: 1 }),
  ),
  arm: needs('arm')
    .input(Arm)
    .mutation(({ ctx, input }) => {
      if (!input.armed) ctx.need('disarm');
      ctx.house.settings.arm(input.armed);
      ctx.note(input.armed ? 'armed' : 'disarmed');
      return healthNow(ctx);
    }),
});

function healthNow({ caller, door }: ApiContext): Health {
  const access = door.openHub()?.house.access;
  return access === undefined ? door.health() : healthFor(door.health(), access, caller);
}
