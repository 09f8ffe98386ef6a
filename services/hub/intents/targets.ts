import type { Entity } from '../../contract/entity.ts';
import type { Slots } from '../../contract/intent.ts';
import type { Speech } from './speech.ts';

/** What an intent speaks of: things, or a sentence that says why there are none. */
export type Targets =
  | { readonly kind: 'found'; readonly entities: readonly [Entity, ...Entity[]] }
  | { readonly kind: 'none'; readonly text: string }
  /** One name and several rooms: the room tells them apart. */
  | { readonly kind: 'several'; readonly text: string };

/** Domains that "turn on" means when a light and a lock have the same name. */
const SWITCHED: readonly string[] = ['light', 'switch', 'climate', 'fan', 'media_player', 'scene'];

/** The things that the slots name, by name or alias, room, domain and device class. Capitals do not matter. */
export function targets(slots: Slots, entities: readonly Entity[], speech: Speech): Targets {
  const ofKind = entities.filter(
    ({ domain, deviceClass }) =>
      (slots.domain === undefined || slots.domain === domain) &&
      (slots.device_class === undefined || slots.device_class === deviceClass),
  );
  const named =
    slots.name === undefined
      ? ofKind
      : preferred(ofKind.filter((entity) => isCalled(entity, slots.name ?? '')));
  const found = slots.area === undefined ? named : named.filter(({ area }) => same(area, slots.area ?? ''));
  const [first, second, ...more] = found;
  if (first === undefined)
    return { kind: 'none', text: nothing(slots, { isNamed: named.length > 0, speech }) };
  if (slots.name !== undefined && second !== undefined)
    return { kind: 'several', text: several(slots.name, found, speech) };
  return { kind: 'found', entities: second === undefined ? [first] : [first, second, ...more] };
}

function preferred(found: readonly Entity[]): readonly Entity[] {
  const switched = found.filter(({ domain }) => SWITCHED.includes(domain));
  return switched.length > 0 && switched.length < found.length ? switched : found;
}

function isCalled({ name, aliases }: Entity, said: string): boolean {
  return [name, ...aliases].some((known) => same(known, said));
}

function same(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function nothing(
  slots: Slots,
  { isNamed, speech }: { readonly isNamed: boolean; readonly speech: Speech },
): string {
  const where = speech.where(slots.area);
  if (slots.name === undefined)
    return speech.say('none_of_kind', {
      none: speech.kind(slots, 'none'),
      where: where === '' ? speech.part('here') : where,
    });
  return isNamed
    ? speech.say('none_called', { name: speech.plain(slots.name), where })
    : speech.say('unknown_thing', { thing: speech.a(slots.name) });
}

function several(name: string, found: readonly Entity[], speech: Speech): string {
  const areas = [...new Set(found.map(({ area }) => area).filter((area) => area !== ''))];
  const where =
    areas.length < 2
      ? ''
      : speech.part('in_areas', { areas: speech.listed(areas.map((area) => speech.the(area))) });
  return speech.say('several_called', { n: found.length, name: speech.plain(name), where });
}
