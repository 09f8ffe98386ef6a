import { z } from 'zod';
import { Payload, type MqttDevice } from './mqtt-device.ts';
import { TWO_STATE, twoState } from './mqtt-two-state.ts';

const Config = z.object({
  ...TWO_STATE,
  payload_on: Payload.default('ON'),
  payload_off: Payload.default('OFF'),
  state_on: Payload.optional(),
  state_off: Payload.optional(),
});

/** https://www.home-assistant.io/integrations/switch.mqtt/ */
export function mqttSwitch(raw: unknown): MqttDevice {
  const config = Config.parse(raw);
  const states = new Map([
    [config.state_off ?? config.payload_off, 'off'],
    [config.state_on ?? config.payload_on, 'on'],
  ]);
  return twoState(config, states, [
    { service: 'turn_on', payload: config.payload_on, state: 'on' },
    { service: 'turn_off', payload: config.payload_off, state: 'off' },
  ]);
}
