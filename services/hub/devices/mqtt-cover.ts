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
  type Reading,
} from './mqtt-device.ts';
import type { ValueWriter } from './value-template.ts';

const Config = z.object({
  ...COMMON,
  command_topic: Topic.optional(),
  state_topic: Topic.optional(),
  value_template: z.string().optional(),
  payload_open: Payload.default('OPEN'),
  payload_close: Payload.default('CLOSE'),
  state_open: Payload.default('open'),
  state_closed: Payload.default('closed'),
  state_opening: Payload.default('opening'),
  state_closing: Payload.default('closing'),
  position_topic: Topic.optional(),
  position_template: z.string().optional(),
  position_open: z.number().default(100),
  position_closed: z.number().default(0),
  set_position_topic: Topic.optional(),
  set_position_template: z.string().optional(),
});
type Config = z.infer<typeof Config>;

/** https://www.home-assistant.io/integrations/cover.mqtt/ */
export function mqttCover(raw: unknown): MqttDevice {
  const config = Config.parse(raw);
  const templates = new Templates();
  const writePosition = templates.writer(config.set_position_template, 'position');
  return {
    readings: coverReadings(config, templates),
    publications: (call) => {
      const { service } = call;
      if (service === 'set_position') return [positionTo(call.position, config, writePosition)];
      if (service !== 'open_cover' && service !== 'close_cover') throw unable('told that');
      const open = service === 'open_cover';
      const { command_topic: topic, set_position_topic: positionTopic, retain } = config;
      if (topic !== undefined)
        return [{ topic, payload: open ? config.payload_open : config.payload_close, retain }];
      if (positionTopic === undefined || writePosition === null) throw unable('moved');
      const position = open ? config.position_open : config.position_closed;
      return [{ topic: positionTopic, payload: writePosition(String(position)), retain }];
    },
    assumed: (call) => {
      const isReported = config.state_topic !== undefined || config.position_topic !== undefined;
      if (isReported) return {};
      if (call.service === 'set_position')
        return { state: call.position === 0 ? 'closed' : 'open', attributes: { position: call.position } };
      return { state: call.service === 'open_cover' ? 'open' : 'closed' };
    },
    gaps: templates.gaps,
  };
}

/** Where a position is reported, it alone tells open from closed; the state then only tells of movement. */
function coverReadings(config: Config, templates: Templates): readonly Reading[] {
  const states = new Map([
    [config.state_closing, 'closing'],
    [config.state_opening, 'opening'],
    [config.state_closed, 'closed'],
    [config.state_open, 'open'],
  ]);
  return [
    ...readings(config.state_topic, templates.reader(config.value_template, 'state'), (value) => {
      const state = states.get(value);
      return state === undefined ? null : { state };
    }),
    ...readings(config.position_topic, templates.reader(config.position_template, 'position'), (value) => {
      const position = numberOf(value);
      return position === undefined
        ? null
        : {
            state: position === config.position_closed ? 'closed' : 'open',
            attributes: { position: percentOf(position, config) },
          };
    }),
  ];
}

/** From percent to the device's own scale, which may run the other way. */
function positionTo(percent: number, config: Config, write: ValueWriter | null): Publication {
  const { set_position_topic: topic, position_open: open, position_closed: closed, retain } = config;
  if (topic === undefined || write === null) throw unable('set to a position');
  return { topic, payload: write(String(Math.round(closed + (percent / 100) * (open - closed)))), retain };
}

function percentOf(position: number, { position_open: open, position_closed: closed }: Config): number {
  const share = open === closed ? 0 : (position - closed) / (open - closed);
  return Math.min(100, Math.max(0, Math.round(share * 100)));
}
