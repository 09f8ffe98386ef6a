import { z } from 'zod';
import type { ServiceCall } from './device-provider.ts';
import { COMMON, Templates, Topic, readings, unable, type MqttDevice } from './mqtt-device.ts';

/** Keys of what is commanded into one of two states: a switch is on or off, a lock is locked or not. */
export const TWO_STATE = {
  ...COMMON,
  command_topic: Topic,
  command_template: z.string().optional(),
  state_topic: Topic.optional(),
  value_template: z.string().optional(),
};
type Config = z.infer<z.ZodObject<typeof TWO_STATE>>;

/** A service, what it publishes, and the state that it leads to. */
interface Order {
  readonly service: ServiceCall['service'];
  readonly payload: string;
  readonly state: string;
}

/** `states`: by the value that is reported; there may be more than the two that can be ordered. */
export function twoState(
  config: Config,
  states: ReadonlyMap<string, string>,
  orders: readonly [Order, Order],
): MqttDevice {
  const templates = new Templates();
  const write = templates.writer(config.command_template, 'state');
  const orderOf = (service: ServiceCall['service']) => orders.find((order) => order.service === service);
  return {
    readings: readings(config.state_topic, templates.reader(config.value_template, 'state'), (value) => {
      const state = states.get(value);
      return state === undefined ? null : { state };
    }),
    publications: ({ service }) => {
      const order = orderOf(service);
      if (order === undefined || write === null) throw unable('told that');
      return [{ topic: config.command_topic, payload: write(order.payload), retain: config.retain }];
    },
    assumed: ({ service }) => {
      const order = orderOf(service);
      return config.state_topic === undefined && order !== undefined ? { state: order.state } : {};
    },
    gaps: templates.gaps,
  };
}
