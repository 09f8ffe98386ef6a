import type { Entity } from '../contract/entity.ts';
import type { Intent } from '../contract/intent.ts';
import { capitalised, theName } from './spoken.ts';

/** Where a wish comes from. A voice may come through a window or out of a television; the screen is inside the house. */
export type Origin = 'voice' | 'kiosk';

export type Permission = { readonly kind: 'allowed' } | { readonly kind: 'refused'; readonly text: string };

export interface Rules {
  /** The owner lets every voice unlock, open and disarm. */
  readonly mayVoiceOpen: boolean;
}

const ALLOWED: Permission = { kind: 'allowed' };
const ENTRANCES: readonly string[] = ['garage', 'gate', 'door', 'window'];
const ENTRANCE_NAME = /\b(garage|gate|door)s?\b/i;
/** A relay that is a gate or an opener; a "door light" or a "garage fan" is none. */
const OPENER_NAME = /\b(gate|door|opener)s?\s*$/i;

/**
 * Whether the house does this for whoever asks. A voice may lock, close and arm, but what lets somebody in is done on the
 * screen: nobody is known by their voice. `entities` are the things that the intent would touch.
 */
export function permission(
  intent: Intent,
  entities: readonly Entity[],
  asked: { readonly origin: Origin; readonly rules: Rules },
): Permission {
  if (asked.origin === 'kiosk' || asked.rules.mayVoiceOpen) return ALLOWED;
  if (intent.name === 'LaresDisarm')
    return refused('Disarming by voice is off. Disarm the house on the screen.');
  if (intent.name === 'HassTurnOff' && entities.some(({ domain }) => domain === 'lock'))
    return refused('Unlocking by voice is off. Unlock it on the screen.');
  const entrance = entities.find(isEntrance);
  if (intent.name === 'HassTurnOn' && entrance !== undefined)
    return refused(
      `${capitalised(`opening ${theName(entrance.name)}`)} by voice is off. Open it on the screen.`,
    );
  return ALLOWED;
}

/** Many covers come without a device class, and many gates as a mere switch: then their names and room have to tell. */
function isEntrance({ domain, deviceClass, name, aliases, area }: Entity): boolean {
  const names = [name, ...aliases];
  if (domain === 'switch') return names.some((one) => OPENER_NAME.test(one));
  if (domain !== 'cover') return false;
  if (deviceClass !== '') return ENTRANCES.includes(deviceClass.toLowerCase());
  return [...names, area].some((one) => ENTRANCE_NAME.test(one));
}

function refused(text: string): Permission {
  return { kind: 'refused', text };
}
