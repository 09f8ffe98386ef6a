import type { Event } from '../../services/contract/event.ts';
import { words } from './words.ts';

/** Who or what a visit was, in two words: a name, "Unknown person", "Vehicle". */
export function who({ label, identity }: Pick<Event, 'label' | 'identity'>): string {
  if (identity.kind === 'known') return identity.name;
  if (label !== 'person') return words.who[label];
  return identity.kind === 'unknown' ? words.who.unknown : words.who.person;
}
