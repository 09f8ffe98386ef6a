import type { Entity } from '../../contract/entity.ts';
import type { Intent } from '../../contract/intent.ts';
import { callFor } from './device-calls.ts';
import type { ReplyName } from './reply-words.ts';
import type { Speech } from './speech.ts';
import { thingsSpoken } from './state-answers.ts';

/** What was done, for example "Turned on the kitchen light." */
export function doneSentence(intent: Intent, entities: readonly Entity[], speech: Speech): string {
  const { name, slots } = intent;
  const [first] = entities;
  if (first === undefined) return '';
  const things = (domain: Entity['domain'] = first.domain) =>
    thingsSpoken(entities, slots.device_class === undefined ? { ...slots, domain } : slots, speech);
  const percent = (value: number | undefined) => speech.count(value ?? 0, 'percent');
  switch (name) {
    case 'HassLightSet':
      return speech.say('light_set', { things: things(), level: level(intent, speech) });
    case 'HassClimateSetTemperature': {
      const degrees = speech.count(slots.temperature ?? 0, 'degree');
      return slots.name === undefined
        ? speech.say('temperature_set', { degrees })
        : speech.say('thermostat_set', { thing: speech.the(slots.name), degrees });
    }
    case 'HassFanSetSpeed':
      return speech.say('fan_set', { things: things(), percent: percent(slots.percentage) });
    case 'HassSetPosition':
      return speech.say('position_set', { things: things(), percent: percent(slots.position) });
    case 'HassSetVolume':
    case 'HassSetVolumeRelative': {
      const call = callFor(intent, first);
      const volume = call.service === 'volume_set' ? call.volume : 0;
      return speech.say('volume_set', { things: things(), percent: percent(volume) });
    }
    default: {
      const isMixed = entities.some(({ domain }) => domain !== first.domain);
      const spoken = isMixed ? thingsSpoken(entities, slots, speech) : things();
      return speech.say(verb(intent, first), { things: spoken });
    }
  }
}

function level({ slots: { color, brightness } }: Intent, speech: Speech): string {
  const parts = [
    color === undefined ? undefined : speech.color(color),
    brightness === undefined ? undefined : speech.count(brightness, 'percent'),
  ];
  return speech.listed(parts.filter((part) => part !== undefined));
}

function verb({ name }: Intent, { domain }: Entity): ReplyName {
  switch (name) {
    case 'HassMediaPause':
      return 'paused';
    case 'HassMediaUnpause':
      return 'playing';
    case 'HassMediaNext':
      return 'next_track';
    case 'HassMediaPrevious':
      return 'previous_track';
    case 'HassMediaPlayerMute':
      return 'muted';
    case 'HassMediaPlayerUnmute':
      return 'unmuted';
    default: {
      const on = name === 'HassTurnOn';
      if (domain === 'lock') return on ? 'locked' : 'unlocked';
      if (domain === 'cover') return on ? 'opening' : 'closing';
      if (domain === 'scene' && on) return 'scene_on';
      return on ? 'turned_on' : 'turned_off';
    }
  }
}
