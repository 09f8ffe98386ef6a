import { z } from 'zod';
import {
  COMMON,
  Payload,
  Templates,
  Topic,
  numberOf,
  readings,
  unable,
  type MqttDevice,
  type Publication,
} from './mqtt-device.ts';

const Config = z.object({
  ...COMMON,
  command_topic: Topic,
  command_template: z.string().optional(),
  state_topic: Topic.optional(),
  state_value_template: z.string().optional(),
  payload_on: Payload.default('ON'),
  payload_off: Payload.default('OFF'),
  percentage_command_topic: Topic.optional(),
  percentage_command_template: z.string().optional(),
  percentage_state_topic: Topic.optional(),
  percentage_value_template: z.string().optional(),
  speed_range_min: z.number().int().min(1).default(1),
  speed_range_max: z.number().int().min(1).default(100),
});
type Config = z.infer<typeof Config>;

/** https://www.home-assistant.io/integrations/fan.mqtt/ */
export function mqttFan(raw: unknown): MqttDevice {
  const config = Config.parse(raw);
  const templates = new Templates();
  const write = templates.writer(config.command_template, 'state');
  const writeSpeed = templates.writer(config.percentage_command_template, 'speed');
  const turned = (on: boolean): Publication => {
    if (write === null) throw unable(`turned ${on ? 'on' : 'off'}`);
    const payload = write(on ? config.payload_on : config.payload_off);
    return { topic: config.command_topic, payload, retain: config.retain };
  };
  return {
    readings: fanReadings(config, templates),
    publications: (call) => {
      if (call.service === 'turn_on' || call.service === 'turn_off')
        return [turned(call.service === 'turn_on')];
      if (call.service !== 'set_percentage') throw unable('told that');
      if (call.percentage === 0) return [turned(false)];
      const { percentage_command_topic: topic, retain } = config;
      if (topic === undefined || writeSpeed === null) throw unable('set to a speed');
      return [{ topic, payload: writeSpeed(String(speedOf(call.percentage, config))), retain }];
    },
    assumed: (call) => {
      const isOff =
        call.service === 'turn_off' || (call.service === 'set_percentage' && call.percentage === 0);
      const isReported = config.percentage_state_topic !== undefined || call.service !== 'set_percentage';
      return {
        ...(config.state_topic === undefined ? { state: isOff ? 'off' : 'on' } : {}),
        ...(isReported || isOff ? {} : { attributes: { percentage: call.percentage } }),
      };
    },
    gaps: templates.gaps,
  };
}

function fanReadings(config: Config, templates: Templates): MqttDevice['readings'] {
  return [
    ...readings(config.state_topic, templates.reader(config.state_value_template, 'state'), (value) => {
      if (value === config.payload_on) return { state: 'on' };
      return value === config.payload_off ? { state: 'off' } : null;
    }),
    ...readings(
      config.percentage_state_topic,
      templates.reader(config.percentage_value_template, 'speed'),
      (value) => {
        const speed = numberOf(value);
        return speed === undefined ? null : { attributes: { percentage: percentageOf(speed, config) } };
      },
    ),
  ];
}

/** Percent to the device's own steps, so that 1 percent is its slowest one. */
function speedOf(percentage: number, { speed_range_min: least, speed_range_max: most }: Config): number {
  return Math.max(least, Math.ceil(least - 1 + (percentage / 100) * (most - least + 1)));
}

function percentageOf(speed: number, { speed_range_min: least, speed_range_max: most }: Config): number {
  const share = (speed - least + 1) / (most - least + 1);
  return Math.min(100, Math.max(0, Math.round(share * 100)));
}
