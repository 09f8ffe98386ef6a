import { z } from 'zod';
import { colorName, hueOf, rgbOf, rgbOfHue, rgbOfXy, xyOf, type Rgb } from './color.ts';
import type { ServiceCall } from './device-provider.ts';
import { COMMON, Topic, unable, type Change, type MqttDevice } from './mqtt-device.ts';
import { percentOf } from './mqtt-light.ts';
import { json } from './value-template.ts';

const Config = z.object({
  ...COMMON,
  command_topic: Topic,
  state_topic: Topic.optional(),
  brightness: z.boolean().default(false),
  brightness_scale: z.number().positive().default(255),
  supported_color_modes: z.array(z.string()).default([]),
  rgb: z.boolean().default(false),
  hs: z.boolean().default(false),
  xy: z.boolean().default(false),
});
type Config = z.infer<typeof Config>;
type TurnOn = Extract<ServiceCall, { service: 'turn_on' }>;

const State = z.object({
  state: z.enum(['ON', 'OFF']).optional().catch(undefined),
  brightness: z.number().optional().catch(undefined),
  color: z
    .union([
      z.object({ r: z.number(), g: z.number(), b: z.number() }).transform(({ r, g, b }): Rgb => [r, g, b]),
      z.object({ h: z.number(), s: z.number() }).transform(({ h, s }) => rgbOfHue(h, s)),
      z.object({ x: z.number(), y: z.number() }).transform(({ x, y }) => rgbOfXy(x, y)),
    ])
    .optional()
    .catch(undefined),
});

/** https://www.home-assistant.io/integrations/light.mqtt/#json-schema */
export function mqttJsonLight(raw: unknown): MqttDevice {
  const config = Config.parse(raw);
  const { command_topic: topic, state_topic: stateTopic, retain } = config;
  return {
    readings:
      stateTopic === undefined ? [] : [{ topic: stateTopic, read: (message) => changeOf(message, config) }],
    publications: (call) => {
      if (call.service !== 'turn_on' && call.service !== 'turn_off') throw unable('told that');
      const isOn = call.service === 'turn_on' && call.brightness !== 0;
      return [{ topic, payload: JSON.stringify(isOn ? command(call, config) : { state: 'OFF' }), retain }];
    },
    assumed: (call) => {
      if (stateTopic !== undefined) return {};
      const { brightness, color } = call.service === 'turn_on' ? call : {};
      return {
        state: call.service === 'turn_on' && brightness !== 0 ? 'on' : 'off',
        attributes: {
          ...(brightness === undefined ? {} : { brightness }),
          ...(color === undefined ? {} : { color }),
        },
      };
    },
    gaps: [],
  };
}

function command({ brightness, color }: TurnOn, config: Config): object {
  const modes = config.supported_color_modes;
  const isDimmable = config.brightness || modes.some((mode) => mode !== 'onoff');
  if (brightness !== undefined && !isDimmable) throw unable('dimmed');
  return {
    state: 'ON',
    ...(brightness === undefined
      ? {}
      : { brightness: Math.round((brightness / 100) * config.brightness_scale) }),
    ...(color === undefined ? {} : { color: colorIn(color, config) }),
  };
}

function colorIn(color: string, { rgb, hs, xy, supported_color_modes: modes }: Config): object {
  const wanted = rgbOf(color);
  if (wanted === undefined) throw unable(`made ${color}`);
  if (rgb || modes.some((mode) => mode.startsWith('rgb'))) {
    const [r, g, b] = wanted;
    return { r, g, b };
  }
  if (xy || modes.includes('xy')) {
    const [x, y] = xyOf(wanted);
    return { x, y };
  }
  if (!hs && !modes.includes('hs')) throw unable('set to a color');
  const [h, s] = hueOf(wanted);
  return { h, s };
}

function changeOf(message: string, config: Config): Change | null {
  const state = State.safeParse(json(message));
  if (!state.success) return null;
  const { brightness, color, state: power } = state.data;
  return {
    ...(power === undefined ? {} : { state: power === 'ON' ? 'on' : 'off' }),
    attributes: {
      ...(brightness === undefined ? {} : { brightness: percentOf(brightness, config.brightness_scale) }),
      ...(color === undefined ? {} : { color: colorName(color) }),
    },
  };
}
