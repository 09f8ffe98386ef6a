import { z } from 'zod';
import { colorName, hueOf, rgbOf, rgbOfHue, type Rgb } from './color.ts';
import type { ServiceCall } from './device-provider.ts';
import {
  COMMON,
  Payload,
  Templates,
  Topic,
  numberOf,
  readings,
  unable,
  type Change,
  type MqttDevice,
  type Publication,
  type Reading,
} from './mqtt-device.ts';

const Config = z.object({
  ...COMMON,
  command_topic: Topic,
  state_topic: Topic.optional(),
  state_value_template: z.string().optional(),
  value_template: z.string().optional(),
  payload_on: Payload.default('ON'),
  payload_off: Payload.default('OFF'),
  on_command_type: z.enum(['last', 'first', 'brightness']).default('last'),
  brightness_command_topic: Topic.optional(),
  brightness_command_template: z.string().optional(),
  brightness_state_topic: Topic.optional(),
  brightness_value_template: z.string().optional(),
  brightness_scale: z.number().positive().default(255),
  rgb_command_topic: Topic.optional(),
  rgb_state_topic: Topic.optional(),
  rgb_value_template: z.string().optional(),
  hs_command_topic: Topic.optional(),
  hs_state_topic: Topic.optional(),
  hs_value_template: z.string().optional(),
});
type Config = z.infer<typeof Config>;
type TurnOn = Extract<ServiceCall, { service: 'turn_on' }>;

/** https://www.home-assistant.io/integrations/light.mqtt/, default schema. */
export function mqttLight(raw: unknown): MqttDevice {
  const config = Config.parse(raw);
  const templates = new Templates();
  const writeBrightness = templates.writer(config.brightness_command_template, 'brightness');
  const scaled = (percent: number) => String(Math.round((percent / 100) * config.brightness_scale));
  const turnOn = (call: TurnOn): readonly Publication[] => {
    const style = styleOf(call, config, (percent) => writeBrightness?.(scaled(percent)));
    const on = publication(config, config.command_topic, config.payload_on);
    if (config.on_command_type === 'first') return [on, ...style];
    if (config.on_command_type === 'last') return [...style, on];
    return call.brightness === undefined
      ? [...style, ...styleOf({ ...call, brightness: 100 }, config, scaled)]
      : style;
  };
  return {
    readings: lightReadings(config, templates),
    publications: (call) => {
      if (call.service === 'turn_on' && call.brightness !== 0) return turnOn(call);
      if (call.service !== 'turn_on' && call.service !== 'turn_off') throw unable('told that');
      return [publication(config, config.command_topic, config.payload_off)];
    },
    assumed: (call) => assumedOf(call, config),
    gaps: templates.gaps,
  };
}

function styleOf(
  { brightness, color }: TurnOn,
  config: Config,
  brightnessPayload: (percent: number) => string | undefined,
): readonly Publication[] {
  const publications: Publication[] = [];
  if (color !== undefined) {
    const rgb = rgbOf(color);
    if (rgb === undefined) throw unable(`made ${color}`);
    if (config.rgb_command_topic !== undefined)
      publications.push(publication(config, config.rgb_command_topic, rgb.join(',')));
    else if (config.hs_command_topic !== undefined)
      publications.push(publication(config, config.hs_command_topic, hueOf(rgb).join(',')));
    else throw unable('set to a color');
  }
  if (brightness !== undefined) {
    const payload = brightnessPayload(brightness);
    if (config.brightness_command_topic === undefined || payload === undefined) throw unable('dimmed');
    publications.push(publication(config, config.brightness_command_topic, payload));
  }
  return publications;
}

function lightReadings(config: Config, templates: Templates): readonly Reading[] {
  const state = templates.reader(config.state_value_template ?? config.value_template, 'state');
  const brightness = templates.reader(config.brightness_value_template, 'brightness');
  const rgb = templates.reader(config.rgb_value_template, 'color');
  const hs = templates.reader(config.hs_value_template, 'color');
  return [
    ...readings(config.state_topic, state, (value) => {
      if (value === config.payload_on) return { state: 'on' };
      return value === config.payload_off ? { state: 'off' } : null;
    }),
    ...readings(config.brightness_state_topic, brightness, (value) => {
      const number = numberOf(value);
      return number === undefined
        ? null
        : { attributes: { brightness: percentOf(number, config.brightness_scale) } };
    }),
    ...readings(config.rgb_state_topic, rgb, (value) => {
      const [red, green, blue] = value.split(',').map(numberOf);
      return colored(
        red === undefined || green === undefined || blue === undefined ? null : [red, green, blue],
      );
    }),
    ...readings(config.hs_state_topic, hs, (value) => {
      const [hue, saturation] = value.split(',').map(numberOf);
      return colored(hue === undefined || saturation === undefined ? null : rgbOfHue(hue, saturation));
    }),
  ];
}

function assumedOf(call: ServiceCall, config: Config): Change {
  const { brightness, color } = call.service === 'turn_on' ? call : {};
  const isOn = call.service === 'turn_on' && brightness !== 0;
  return {
    ...(config.state_topic === undefined ? { state: isOn ? 'on' : 'off' } : {}),
    attributes: {
      ...(brightness !== undefined && config.brightness_state_topic === undefined ? { brightness } : {}),
      ...(color !== undefined && (config.rgb_state_topic ?? config.hs_state_topic) === undefined
        ? { color }
        : {}),
    },
  };
}

export function percentOf(value: number, scale: number): number {
  return Math.min(100, Math.max(0, Math.round((value / scale) * 100)));
}

function colored(rgb: Rgb | null): Change | null {
  return rgb === null ? null : { attributes: { color: colorName(rgb) } };
}

function publication({ retain }: Config, topic: string, payload: string): Publication {
  return { topic, payload, retain };
}
