import type { Entity } from '../../contract/entity.ts';
import type { Intent, IntentName, Slots } from '../../contract/intent.ts';
import { turnCall, type ServiceCall } from '../devices/device-provider.ts';
import type { ReplyName } from './reply-words.ts';

/** A step of the volume when nobody says how far. */
const VOLUME_STEP = 10;

/** What a thing is told by an intent. Values that `missingValue` asks for are there. */
export function callFor({ name, slots }: Intent, { domain, attributes }: Entity): ServiceCall {
  switch (name) {
    case 'HassLightSet':
      return {
        service: 'turn_on',
        ...(slots.brightness === undefined ? {} : { brightness: slots.brightness }),
        ...(slots.color === undefined ? {} : { color: slots.color }),
      };
    case 'HassClimateSetTemperature':
      return { service: 'set_temperature', temperature: slots.temperature ?? 0 };
    case 'HassFanSetSpeed':
      return { service: 'set_percentage', percentage: slots.percentage ?? 0 };
    case 'HassSetPosition':
      return { service: 'set_position', position: slots.position ?? 0 };
    case 'HassMediaPause':
      return { service: 'media_pause' };
    case 'HassMediaUnpause':
      return { service: 'media_play' };
    case 'HassMediaNext':
      return { service: 'media_next_track' };
    case 'HassMediaPrevious':
      return { service: 'media_previous_track' };
    case 'HassMediaPlayerMute':
    case 'HassMediaPlayerUnmute':
      return { service: 'volume_mute', isMuted: name === 'HassMediaPlayerMute' };
    case 'HassSetVolume':
      return { service: 'volume_set', volume: slots.volume_level ?? 0 };
    case 'HassSetVolumeRelative':
      return { service: 'volume_set', volume: stepped(attributes.volume ?? 50, slots) };
    default:
      return turnCall(domain, name === 'HassTurnOn');
  }
}

function stepped(volume: number, { volume_step: step = 0 }: Slots): number {
  const by = step === 'up' ? VOLUME_STEP : step === 'down' ? -VOLUME_STEP : step;
  return Math.min(100, Math.max(0, Math.round(volume + by)));
}

const DOMAINS: Readonly<Partial<Record<IntentName, Entity['domain']>>> = {
  HassLightSet: 'light',
  HassClimateSetTemperature: 'climate',
  HassClimateGetTemperature: 'climate',
  HassFanSetSpeed: 'fan',
  HassSetPosition: 'cover',
  HassMediaPause: 'media_player',
  HassMediaUnpause: 'media_player',
  HassMediaNext: 'media_player',
  HassMediaPrevious: 'media_player',
  HassMediaPlayerMute: 'media_player',
  HassMediaPlayerUnmute: 'media_player',
  HassSetVolume: 'media_player',
  HassSetVolumeRelative: 'media_player',
};

/**
 * The slots with the domain that the intent is about. Where only the music is spoken of, and not a player, those that play
 * are meant; where none plays, those that could.
 */
export function kindOf({ name, slots }: Intent, entities: readonly Entity[]): Slots {
  const domain = DOMAINS[name];
  if (domain === undefined) return slots;
  const isVague = slots.name === undefined && slots.area === undefined;
  const active = entities.filter((entity) => entity.domain === domain && isPlaying(entity));
  const [one, another] = active;
  const isOne = domain === 'media_player' && isVague && one !== undefined && another === undefined;
  return isOne ? { ...slots, domain, name: one.name } : { ...slots, domain };
}

function isPlaying({ state }: Entity): boolean {
  return state === 'playing' || state === 'paused';
}

/** Which question to ask when an intent lacks something. Turning needs something to speak of, or it would mean the whole house. */
export function missingValue({ name, slots }: Intent): ReplyName | null {
  const isVague = (slots.name ?? slots.area ?? slots.domain ?? slots.device_class) === undefined;
  switch (name) {
    case 'HassLightSet':
      return slots.brightness === undefined && slots.color === undefined ? 'how_bright' : null;
    case 'HassClimateSetTemperature':
      return slots.temperature === undefined ? 'how_warm' : null;
    case 'HassFanSetSpeed':
      return slots.percentage === undefined ? 'how_fast' : null;
    case 'HassSetPosition':
      return slots.position === undefined ? 'how_far' : isVague ? 'which_device' : null;
    case 'HassSetVolume':
      return slots.volume_level === undefined ? 'how_loud' : null;
    case 'HassSetVolumeRelative':
      return slots.volume_step === undefined ? 'how_loud' : null;
    default:
      return isVague && DOMAINS[name] === undefined ? 'which_device' : null;
  }
}
