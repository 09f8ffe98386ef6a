import type { Entity } from '../../contract/entity.ts';
import type { Intent, SpokenOrder } from '../../contract/intent.ts';
import { kindOf, missingValue } from './device-calls.ts';
import { permission } from './permissions.ts';
import { Speech } from './speech.ts';
import { targets } from './targets.ts';
import { isOfTimers, meantTimers } from './timer-actions.ts';
import type { Timer } from './timers.ts';

/** What was said, as it may be understood. */
export type Reading = SpokenOrder['alternatives'][number];

/** What the home is like now, as far as it tells what somebody may want. */
export interface HomeNow {
  readonly entities: readonly Entity[];
  readonly timers: readonly Timer[];
  readonly shopping: readonly string[];
  readonly isArmed: boolean;
  /** Lares has asked something. */
  readonly isAsked: boolean;
}

/** `sensible`: it would change or tell something. `idle`: it is so already. `impossible`: there is no such thing, or it is out of reach. */
type Sense = 'sensible' | 'idle' | 'impossible';
const order: readonly Sense[] = ['impossible', 'idle', 'sensible'];

/**
 * Chooses among readings that are nearly as likely: a light that is on is turned off, not on. The ear's own order decides where the
 * home does not. A harmless reading never becomes one that lets somebody in.
 */
export function likeliestReading(
  { intent, heard, alternatives }: Pick<SpokenOrder, 'intent' | 'heard' | 'alternatives'>,
  home: HomeNow,
): Reading {
  const first = { intent, heard };
  const isFirstRisky = isRisky(intent, home);
  const readings = alternatives.filter((reading) => isFirstRisky || !isRisky(reading.intent, home));
  return readings.reduce(
    (best, reading) => (senseOf(reading.intent, home) > senseOf(best.intent, home) ? reading : best),
    first,
  );
}

/** Of joined commands the least sensible counts. */
function senseOf(intent: Intent, home: HomeNow): number {
  return Math.min(...commandsOf(intent).map((command) => order.indexOf(sense(command, home))));
}

function sense(intent: Intent, home: HomeNow): Sense {
  const { name, slots } = intent;
  if (isOfTimers(intent) && name !== 'HassStartTimer')
    return meantTimers(home.timers, slots, isPlainLength(intent)).length > 0 ? 'sensible' : 'idle';
  switch (name) {
    case 'LaresConfirm':
    case 'LaresDecline':
    case 'LaresChoose':
      return home.isAsked ? 'sensible' : 'impossible';
    case 'LaresArm':
    case 'LaresDisarm':
      return home.isArmed === (name === 'LaresArm') ? 'idle' : 'sensible';
    case 'HassShoppingListCompleteItem':
      return home.shopping.some((item) => item.toLowerCase() === slots.item?.toLowerCase())
        ? 'sensible'
        : 'idle';
    default:
      return isOfThings(intent) ? senseOfThings(intent, home.entities) : 'sensible';
  }
}

/** In "add two minutes to the timer" the time is not that of the timer. */
function isPlainLength({ name }: Intent): boolean {
  return name !== 'HassIncreaseTimer' && name !== 'HassDecreaseTimer';
}

const ofThings = /^Hass(TurnOn|TurnOff|LightSet|SetPosition|Fan|Climate|GetState|Media|SetVolume)/;

function isOfThings({ name }: Intent): boolean {
  return ofThings.test(name);
}

function senseOfThings(intent: Intent, entities: readonly Entity[]): Sense {
  if (missingValue(intent) !== null) return 'impossible';
  const meant = targets(kindOf(intent, entities), entities, Speech.in('en'));
  if (meant.kind === 'none') return 'impossible';
  if (meant.kind === 'several') return 'sensible';
  const reachable = meant.entities.filter(({ state }) => state !== 'unavailable');
  if (reachable.length === 0) return 'impossible';
  return reachable.every((entity) => isSo(intent, entity)) ? 'idle' : 'sensible';
}

const up: Readonly<Partial<Record<Entity['domain'], readonly string[]>>> = {
  light: ['on'],
  switch: ['on'],
  fan: ['on'],
  lock: ['locked', 'locking'],
  cover: ['open', 'opening'],
};
const down: typeof up = {
  light: ['off'],
  switch: ['off'],
  fan: ['off'],
  climate: ['off'],
  media_player: ['off'],
  lock: ['unlocked', 'unlocking'],
  cover: ['closed', 'closing'],
};

/** Whether what is wished is so already. */
function isSo({ name }: Intent, { domain, state, attributes }: Entity): boolean {
  switch (name) {
    case 'HassTurnOn':
      return up[domain]?.includes(state) === true;
    case 'HassTurnOff':
      return down[domain]?.includes(state) === true;
    case 'HassMediaPause':
      return state !== 'playing';
    case 'HassMediaUnpause':
      return state === 'playing';
    case 'HassMediaPlayerMute':
      return attributes.isMuted === true;
    case 'HassMediaPlayerUnmute':
      return attributes.isMuted === false;
    default:
      return false;
  }
}

/** Whether a voice may not do it, or not without a question. */
function isRisky(intent: Intent, { entities }: HomeNow): boolean {
  return commandsOf(intent).some((command) => {
    const meant = isOfThings(command) ? targets(command.slots, entities, Speech.in('en')) : null;
    const touched = meant?.kind === 'found' ? meant.entities : [];
    // Of several things of one name any may be the one that lets somebody in.
    const all = meant?.kind === 'several' ? entities : touched;
    return permission(command, all, { origin: 'voice', rules: { mayVoiceOpen: false } }).kind !== 'allowed';
  });
}

function commandsOf({ also = [], ...first }: Intent): readonly Intent[] {
  return [first, ...also];
}
