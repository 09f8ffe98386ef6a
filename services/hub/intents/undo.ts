import type { Entity } from '../../contract/entity.ts';
import type { Intent } from '../../contract/intent.ts';
import { kindOf } from './device-calls.ts';
import { permission } from './permissions.ts';
import type { Speech } from './speech.ts';
import { thingsSpoken } from './state-answers.ts';
import { targets } from './targets.ts';

/** How to take a deed back, and the question whether to. */
export interface Undo {
  readonly intent: Intent;
  readonly question: string;
}

const switched: readonly string[] = ['light', 'switch', 'fan'];

/**
 * The obvious opposite of turning something on or off, null where there is none. `entities`: as they were before. Nothing is offered
 * where some of the things were so already, or where the opposite would let somebody in.
 */
export function undoOf(
  { name, slots, also }: Intent,
  entities: readonly Entity[],
  speech: Speech,
): Undo | null {
  if ((name !== 'HassTurnOn' && name !== 'HassTurnOff') || also !== undefined) return null;
  const meant = targets(kindOf({ name, slots }, entities), entities, speech);
  if (meant.kind !== 'found') return null;
  const before = name === 'HassTurnOn' ? 'off' : 'on';
  const isPlain = meant.entities.every(({ domain, state }) => switched.includes(domain) && state === before);
  if (!isPlain) return null;
  const intent: Intent = { name: name === 'HassTurnOn' ? 'HassTurnOff' : 'HassTurnOn', slots };
  const asked = { origin: 'voice' as const, rules: { mayVoiceOpen: false }, speech };
  if (permission(intent, meant.entities, asked).kind !== 'allowed') return null;
  const things = thingsSpoken(meant.entities, slots, speech);
  return { intent, question: speech.say(before === 'off' ? 'ask_off_again' : 'ask_on_again', { things }) };
}
