import { z } from 'zod';
import { COMMON, Payload, Topic, unable, type MqttDevice } from './mqtt-device.ts';

const Config = z.object({ ...COMMON, command_topic: Topic, payload_on: Payload.default('ON') });

/** https://www.home-assistant.io/integrations/scene.mqtt/; a scene can only be turned on, and has no state. */
export function mqttScene(raw: unknown): MqttDevice {
  const { command_topic: topic, payload_on: payload, retain } = Config.parse(raw);
  return {
    readings: [],
    publications: ({ service }) => {
      if (service !== 'turn_on') throw unable('turned off');
      return [{ topic, payload, retain }];
    },
    assumed: () => ({}),
    gaps: [],
  };
}
