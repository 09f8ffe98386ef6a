import type { Entity } from '../../contract/entity.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { ServiceCall } from './device-provider.ts';

/** Degrees Celsius that the thermostat takes. */
const COLDEST = 5;
const WARMEST = 30;

/** What a virtual thing is after a call, or the trouble with the call. */
export function afterCall(entity: Entity, call: ServiceCall): Entity | Trouble {
  switch (entity.domain) {
    case 'light':
      return afterLight(entity, call);
    case 'switch':
      if (call.service === 'turn_on') return { ...entity, state: 'on' };
      return call.service === 'turn_off' ? { ...entity, state: 'off' } : unable(entity, call);
    case 'lock':
      if (call.service === 'lock') return { ...entity, state: 'locked' };
      return call.service === 'unlock' ? { ...entity, state: 'unlocked' } : unable(entity, call);
    case 'cover':
      return afterCover(entity, call);
    case 'climate':
      return afterClimate(entity, call);
    case 'fan':
      return afterFan(entity, call);
    case 'media_player':
      return afterMedia(entity, call);
    case 'scene':
      return call.service === 'turn_on' ? entity : unable(entity, call);
  }
}

function afterLight(light: Entity, call: ServiceCall): Entity | Trouble {
  if (call.service === 'turn_off') return { ...light, state: 'off' };
  if (call.service !== 'turn_on') return unable(light, call);
  const { brightness = light.attributes.brightness ?? 100, color = light.attributes.color ?? 'white' } = call;
  if (brightness === 0) return { ...light, state: 'off' };
  return { ...light, state: 'on', attributes: { brightness, color } };
}

function afterCover(cover: Entity, call: ServiceCall): Entity | Trouble {
  if (call.service === 'set_position') {
    const { position } = call;
    return { ...cover, state: position === 0 ? 'closed' : 'open', attributes: { position } };
  }
  if (call.service === 'open_cover')
    return cover.state === 'open' ? cover : { ...cover, state: 'opening', attributes: {} };
  if (call.service === 'close_cover')
    return cover.state === 'closed' ? cover : { ...cover, state: 'closing', attributes: {} };
  return unable(cover, call);
}

function afterClimate(climate: Entity, call: ServiceCall): Entity | Trouble {
  if (call.service === 'turn_on') return { ...climate, state: 'heat' };
  if (call.service === 'turn_off') return { ...climate, state: 'off' };
  if (call.service !== 'set_temperature') return unable(climate, call);
  const { temperature } = call;
  if (temperature < COLDEST || temperature > WARMEST)
    return new Trouble('bad_input', {
      what: `${climate.name} takes ${COLDEST} to ${WARMEST} degrees.`,
      advice: 'Choose a temperature in between.',
    });
  return { ...climate, state: 'heat', attributes: { ...climate.attributes, temperature } };
}

function afterFan(fan: Entity, call: ServiceCall): Entity | Trouble {
  if (call.service === 'turn_on') return { ...fan, state: 'on' };
  if (call.service === 'turn_off') return { ...fan, state: 'off' };
  if (call.service !== 'set_percentage') return unable(fan, call);
  const { percentage } = call;
  return percentage === 0 ? { ...fan, state: 'off' } : { ...fan, state: 'on', attributes: { percentage } };
}

function afterMedia(player: Entity, call: ServiceCall): Entity | Trouble {
  const { attributes } = player;
  switch (call.service) {
    case 'turn_on':
      return { ...player, state: 'idle' };
    case 'turn_off':
      return { ...player, state: 'off' };
    case 'media_play':
    case 'media_next_track':
    case 'media_previous_track':
      return { ...player, state: 'playing' };
    case 'media_pause':
      return { ...player, state: 'paused' };
    case 'volume_set':
      return { ...player, attributes: { ...attributes, volume: call.volume, isMuted: false } };
    case 'volume_mute':
      return { ...player, attributes: { ...attributes, isMuted: call.isMuted } };
    default:
      return unable(player, call);
  }
}

const DONE: Readonly<Record<ServiceCall['service'], string>> = {
  turn_on: 'turned on',
  turn_off: 'turned off',
  lock: 'locked',
  unlock: 'unlocked',
  open_cover: 'opened',
  close_cover: 'closed',
  set_position: 'set to a position',
  set_temperature: 'set to a temperature',
  set_percentage: 'set to a speed',
  media_play: 'played',
  media_pause: 'paused',
  media_next_track: 'told to play the next piece',
  media_previous_track: 'told to play the piece before',
  volume_set: 'set to a volume',
  volume_mute: 'muted',
};

function unable(entity: Entity, { service }: ServiceCall): Trouble {
  return new Trouble('bad_input', {
    what: `${entity.name} can not be ${DONE[service]}.`,
    advice: 'Ask for something it can do.',
  });
}
