import { z } from 'zod';
import { COMMON, Payload, Templates, Topic, readings, unable, type MqttDevice } from './mqtt-device.ts';

const Config = z.object({
  ...COMMON,
  command_topic: Topic,
  command_template: z.string().optional(),
  state_topic: Topic.optional(),
  value_template: z.string().optional(),
  payload_on: Payload.default('ON'),
  payload_off: Payload.default('OFF'),
  state_on: Payload.optional(),
  state_off: Payload.optional(),
});

/** https://www.home-assistant.io/integrations/switch.mqtt/ */
export function mqttSwitch(raw: unknown): MqttDevice {
  const config = Config.parse(raw);
  const templates = new Templates();
  const states = new Map([
    [config.state_off ?? config.payload_off, 'off'],
    [config.state_on ?? config.payload_on, 'on'],
  ]);
  const write = templates.writer(config.command_template, 'state');
  return {
    readings: readings(config.state_topic, templates.reader(config.value_template, 'state'), (value) => {
      const state = states.get(value);
      return state === undefined ? null : { state };
    }),
    publications: ({ service }) => {
      if ((service !== 'turn_on' && service !== 'turn_off') || write === null) throw unable('told that');
      const payload = service === 'turn_on' ? config.payload_on : config.payload_off;
      return [{ topic: config.command_topic, payload: write(payload), retain: config.retain }];
    },
    assumed: ({ service }) =>
      config.state_topic === undefined ? { state: service === 'turn_on' ? 'on' : 'off' } : {},
    gaps: templates.gaps,
  };
}
