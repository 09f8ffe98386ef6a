import { z } from 'zod';
import type { ServiceCall } from './device-provider.ts';
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
  type Reading,
} from './mqtt-device.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { ValueWriter } from './value-template.ts';

const Config = z.object({
  ...COMMON,
  temperature_command_topic: Topic.optional(),
  temperature_command_template: z.string().optional(),
  temperature_state_topic: Topic.optional(),
  temperature_state_template: z.string().optional(),
  current_temperature_topic: Topic.optional(),
  current_temperature_template: z.string().optional(),
  mode_command_topic: Topic.optional(),
  mode_command_template: z.string().optional(),
  mode_state_topic: Topic.optional(),
  mode_state_template: z.string().optional(),
  modes: z.array(z.string()).default(['auto', 'off', 'cool', 'heat', 'dry', 'fan_only']),
  power_command_topic: Topic.optional(),
  payload_on: Payload.default('ON'),
  payload_off: Payload.default('OFF'),
  temperature_unit: z.enum(['C', 'F']).default('C'),
  min_temp: z.number().optional(),
  max_temp: z.number().optional(),
});
type Config = z.infer<typeof Config>;

/** What "on" may mean for a heating, the likeliest first. */
const ON_MODES = ['heat', 'auto', 'heat_cool', 'cool'];

/** https://www.home-assistant.io/integrations/climate.mqtt/ */
export function mqttClimate(raw: unknown): MqttDevice {
  const config = Config.parse(raw);
  const templates = new Templates();
  const writeTemperature = templates.writer(config.temperature_command_template, 'temperature');
  const writeMode = templates.writer(config.mode_command_template, 'mode');
  return {
    readings: climateReadings(config, templates),
    publications: (call) =>
      call.service === 'set_temperature'
        ? [temperatureTo(call.temperature, config, writeTemperature)]
        : [modeTo(call, config, writeMode)],
    assumed: (call) => ({
      ...(call.service === 'set_temperature' && config.temperature_state_topic === undefined
        ? { attributes: { temperature: call.temperature } }
        : {}),
      ...(call.service !== 'set_temperature' && config.mode_state_topic === undefined
        ? { state: call.service === 'turn_on' ? (onMode(config) ?? 'heat') : 'off' }
        : {}),
    }),
    gaps: templates.gaps,
  };
}

function climateReadings(config: Config, templates: Templates): readonly Reading[] {
  const celsius = (value: string) => {
    const number = numberOf(value);
    return number === undefined || config.temperature_unit === 'C' ? number : round1(((number - 32) * 5) / 9);
  };
  return [
    ...readings(config.mode_state_topic, templates.reader(config.mode_state_template, 'mode'), (state) => ({
      state,
    })),
    ...readings(
      config.temperature_state_topic,
      templates.reader(config.temperature_state_template, 'set temperature'),
      (value) => {
        const temperature = celsius(value);
        return temperature === undefined ? null : { attributes: { temperature } };
      },
    ),
    ...readings(
      config.current_temperature_topic,
      templates.reader(config.current_temperature_template, 'temperature'),
      (value) => {
        const currentTemperature = celsius(value);
        return currentTemperature === undefined ? null : { attributes: { currentTemperature } };
      },
    ),
  ];
}

function temperatureTo(celsius: number, config: Config, write: ValueWriter | null): Publication {
  const { temperature_command_topic: topic, temperature_unit: unit, retain } = config;
  if (topic === undefined || write === null) throw unable('set to a temperature');
  const value = unit === 'C' ? celsius : round1((celsius * 9) / 5 + 32);
  const least = config.min_temp ?? (unit === 'C' ? 7 : 44.6);
  const most = config.max_temp ?? (unit === 'C' ? 35 : 95);
  if (value < least || value > most)
    throw new Trouble('bad_input', {
      what: `It takes ${least} to ${most} degrees ${unit === 'C' ? 'Celsius' : 'Fahrenheit'}.`,
      advice: 'Choose a temperature in between.',
    });
  return { topic, payload: write(String(value)), retain };
}

function modeTo({ service }: ServiceCall, config: Config, write: ValueWriter | null): Publication {
  const { mode_command_topic: topic, power_command_topic: power, retain } = config;
  if (service !== 'turn_on' && service !== 'turn_off') throw unable('told that');
  const on = service === 'turn_on';
  if (power !== undefined)
    return { topic: power, payload: on ? config.payload_on : config.payload_off, retain };
  const mode = on ? onMode(config) : config.modes.find((name) => name === 'off');
  if (topic === undefined || mode === undefined || write === null)
    throw unable(`turned ${on ? 'on' : 'off'}`);
  return { topic, payload: write(mode), retain };
}

function onMode({ modes }: Config): string | undefined {
  return ON_MODES.find((mode) => modes.includes(mode)) ?? modes.find((mode) => mode !== 'off');
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}
