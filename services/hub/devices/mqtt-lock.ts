import { z } from 'zod';
import { COMMON, Payload, Templates, Topic, readings, unable, type MqttDevice } from './mqtt-device.ts';

const Config = z.object({
  ...COMMON,
  command_topic: Topic,
  command_template: z.string().optional(),
  state_topic: Topic.optional(),
  value_template: z.string().optional(),
  payload_lock: Payload.default('LOCK'),
  payload_unlock: Payload.default('UNLOCK'),
  state_locked: Payload.default('LOCKED'),
  state_unlocked: Payload.default('UNLOCKED'),
  state_locking: Payload.default('LOCKING'),
  state_unlocking: Payload.default('UNLOCKING'),
  state_jammed: Payload.default('JAMMED'),
});

/** https://www.home-assistant.io/integrations/lock.mqtt/ */
export function mqttLock(raw: unknown): MqttDevice {
  const config = Config.parse(raw);
  const templates = new Templates();
  const states = new Map([
    [config.state_jammed, 'jammed'],
    [config.state_locking, 'locking'],
    [config.state_unlocking, 'unlocking'],
    [config.state_unlocked, 'unlocked'],
    [config.state_locked, 'locked'],
  ]);
  const write = templates.writer(config.command_template, 'state');
  return {
    readings: readings(config.state_topic, templates.reader(config.value_template, 'state'), (value) => {
      const state = states.get(value);
      return state === undefined ? null : { state };
    }),
    publications: ({ service }) => {
      if ((service !== 'lock' && service !== 'unlock') || write === null) throw unable('told that');
      const payload = service === 'lock' ? config.payload_lock : config.payload_unlock;
      return [{ topic: config.command_topic, payload: write(payload), retain: config.retain }];
    },
    assumed: ({ service }) =>
      config.state_topic === undefined ? { state: service === 'lock' ? 'locked' : 'unlocked' } : {},
    gaps: templates.gaps,
  };
}
