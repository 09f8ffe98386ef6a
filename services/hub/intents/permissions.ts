import type { Entity } from '../../contract/entity.ts';
import type { Intent } from '../../contract/intent.ts';
import type { ServiceCall } from '../devices/device-provider.ts';
import { Speech } from './speech.ts';

/** Where a wish comes from. A voice may come through a window or out of a television; the screen is inside the house. */
export type Origin = 'voice' | 'kiosk';

export type Permission =
  | { readonly kind: 'allowed' }
  /** Allowed to whoever says yes to the question. */
  | { readonly kind: 'ask'; readonly text: string }
  | { readonly kind: 'refused'; readonly text: string };

export interface Rules {
  /** The owner lets every voice unlock, open and disarm, once it has said yes to a question. */
  readonly mayVoiceOpen: boolean;
}

export interface Asked {
  readonly origin: Origin;
  readonly rules: Rules;
  readonly speech?: Speech;
  /** The question was answered with yes. */
  readonly isConfirmed?: boolean;
}

const ALLOWED: Permission = { kind: 'allowed' };
const ENTRANCES: readonly string[] = ['garage', 'gate', 'door', 'window'];
/** Word by word in English, at the end of a word in German: "Garagentor", "Haustür". */
const ENTRANCE_NAME = /\b(garage|gate|door)s?\b|(tor|tür|türe|garage)\b/iu;
/** A relay that is a gate or an opener; a "door light" or a "garage fan" is none. */
const OPENER_NAME = /(\b(gate|door|opener)s?|tor|tür|türe|öffner)\s*$/iu;

/**
 * Whether the house does this for whoever asks. A voice may lock, close and arm, but what lets somebody in is done on the
 * screen, or, where the owner allows it, after a question: nobody is known by their voice. `entities` are the things that the
 * intent would touch.
 */
export function permission(intent: Intent, entities: readonly Entity[], asked: Asked): Permission {
  const risk = asked.origin === 'kiosk' ? null : riskOf(intent, entities, asked.speech ?? Speech.in('en'));
  if (risk === null) return ALLOWED;
  if (!asked.rules.mayVoiceOpen) return { kind: 'refused', text: risk.refusal };
  return asked.isConfirmed === true ? ALLOWED : { kind: 'ask', text: risk.question };
}

interface Risk {
  readonly refusal: string;
  readonly question: string;
}

function riskOf(intent: Intent, entities: readonly Entity[], speech: Speech): Risk | null {
  const named = (found: readonly Entity[]) => speech.listed(found.map(({ name }) => speech.the(name)));
  if (intent.name === 'LaresDisarm')
    return { refusal: speech.say('off_disarm'), question: speech.say('ask_disarm') };
  const locks = entities.filter(({ domain }) => domain === 'lock');
  if (intent.name === 'HassTurnOff' && locks.length > 0)
    return {
      refusal: speech.say('off_unlock'),
      question: speech.say('ask_unlock', { things: named(locks) }),
    };
  const entrances = entities.filter(isEntrance);
  const [entrance] = entrances;
  const opens = intent.name === 'HassTurnOn' || (intent.slots.position ?? 0) > 0;
  if (!opens || entrance === undefined) return null;
  return {
    refusal: speech.say('off_open', { thing: speech.the(entrance.name) }),
    question: speech.say('ask_open', { things: named(entrances) }),
  };
}

/** Whether a call lets somebody in: it unlocks a lock, or opens an entrance. */
export function letsIn(entity: Entity, call: ServiceCall): boolean {
  if (call.service === 'unlock') return true;
  const opens =
    call.service === 'open_cover' ||
    call.service === 'turn_on' ||
    (call.service === 'set_position' && call.position > 0);
  return opens && isEntrance(entity);
}

/** Many covers come without a device class, and many gates as a mere switch: then their names and room have to tell. */
function isEntrance({ domain, deviceClass, name, aliases, area }: Entity): boolean {
  const names = [name, ...aliases];
  if (domain === 'switch') return names.some((one) => OPENER_NAME.test(one));
  if (domain !== 'cover') return false;
  if (deviceClass !== '') return ENTRANCES.includes(deviceClass.toLowerCase());
  return [...names, area].some((one) => ENTRANCE_NAME.test(one));
}
