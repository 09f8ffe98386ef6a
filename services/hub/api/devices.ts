import { TurnDevice } from '../../contract/api.ts';
import type { Entity } from '../../contract/entity.ts';
import type { EntityId } from '../../contract/identifiers.ts';
import { Trouble } from '../../contract/trouble.ts';
import { turnCall } from '../devices/device-provider.ts';
import { newsOf } from '../news.ts';
import type { Devices } from '../devices/devices.ts';
import { inside, router } from './procedure.ts';

export const devices = router({
  list: inside.query(({ ctx }) => ctx.house.devices.list()),
  watch: inside.subscription(({ ctx, signal }) =>
    newsOf(ctx.house.devices.changed, { signal, keep: 1, first: () => ctx.house.devices.list() }),
  ),
  turn: inside.input(TurnDevice).mutation(async ({ ctx, input }) => {
    const { audit, devices } = ctx.house;
    await audit
      .watching(devices, ctx.who)
      .call(input.entityId, turnCall(entityOf(devices, input.entityId).domain, input.on));
    return entityOf(devices, input.entityId);
  }),
});

function entityOf(devices: Devices, id: EntityId): Entity {
  const entity = devices.list().find(({ entityId }) => entityId === id);
  if (entity !== undefined) return entity;
  throw new Trouble('not_found', {
    what: 'This device is not there any more.',
    advice: 'Look at the list of devices.',
  });
}
