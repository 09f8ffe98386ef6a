import { z } from 'zod';
import { Payload, type MqttDevice } from './mqtt-device.ts';
import { TWO_STATE, twoState } from './mqtt-two-state.ts';

const Config = z.object({
  ...TWO_STATE,
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
  const states = new Map([
    [config.state_jammed, 'jammed'],
    [config.state_locking, 'locking'],
    [config.state_unlocking, 'unlocking'],
    [config.state_unlocked, 'unlocked'],
    [config.state_locked, 'locked'],
  ]);
  return twoState(config, states, [
    { service: 'lock', payload: config.payload_lock, state: 'locked' },
    { service: 'unlock', payload: config.payload_unlock, state: 'unlocked' },
  ]);
}
