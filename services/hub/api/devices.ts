import { PinNeeded } from '../../contract/access.ts';
import { TurnDevice } from '../../contract/api.ts';
import type { Entity } from '../../contract/entity.ts';
import type { EntityId } from '../../contract/identifiers.ts';
import { Trouble } from '../../contract/trouble.ts';
import { turnCall } from '../devices/device-provider.ts';
import { letsIn } from '../intents/permissions.ts';
import { newsOf } from '../news.ts';
import type { Devices } from '../devices/devices.ts';
import { needs, router } from './procedure.ts';

export const devices = router({
  list: needs('control_devices').query(({ ctx }) => ctx.house.devices.list()),
  watch: needs('control_devices').subscription(({ ctx, signal }) =>
    newsOf(ctx.house.devices.changed, { signal, keep: 1, first: () => ctx.house.devices.list() }),
  ),
  turn: needs('control_devices')
    .input(TurnDevice)
    .mutation(async ({ ctx, input }) => {
      const { access, audit, devices } = ctx.house;
      const entity = entityOf(devices, input.entityId);
      const call = turnCall(entity.domain, input.on);
      // Somebody of another role may turn it.
      if (!access.turns(ctx.caller, entity.domain)) throw new PinNeeded('control_devices');
      if (letsIn(entity, call)) ctx.need('unlock_entrance');
      await audit.watching(devices, ctx.who).call(input.entityId, call);
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
