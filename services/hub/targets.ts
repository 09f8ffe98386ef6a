import type { Entity } from '../contract/entity.ts';
import type { Slots } from '../contract/intent.ts';
import { aName, capitalised, listed, plainName, theName } from './spoken.ts';

/** What an intent speaks of: things, or a sentence that says why there are none. */
export type Targets =
  | { readonly kind: 'found'; readonly entities: readonly [Entity, ...Entity[]] }
  | { readonly kind: 'none'; readonly text: string };

/** Domains that "turn on" means when a light and a lock have the same name. */
const SWITCHED: readonly string[] = ['light', 'switch', 'climate'];

/** The things that the slots name, by name or alias, room, domain and device class. Capitals do not matter. */
export function targets(slots: Slots, entities: readonly Entity[]): Targets {
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
  if (first === undefined) return { kind: 'none', text: nothing(slots, named) };
  if (slots.name !== undefined && second !== undefined)
    return { kind: 'none', text: several(slots.name, found) };
  return { kind: 'found', entities: second === undefined ? [first] : [first, second, ...more] };
}

/** "light" and "lights" for a domain or device class, as people say it. */
export function kindName(slots: Pick<Slots, 'domain' | 'device_class'>, count: number): string {
  const kind = slots.device_class ?? slots.domain ?? 'device';
  const names: Readonly<Record<string, string>> = { climate: 'thermostat', garage: 'garage door' };
  const name = names[kind] ?? kind;
  if (count === 1) return name;
  return name.endsWith('switch') ? `${name}es` : `${name}s`;
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

function nothing(slots: Slots, named: readonly Entity[]): string {
  const where = slots.area === undefined ? '' : ` in ${theName(slots.area)}`;
  if (slots.name === undefined) return `There is no ${kindName(slots, 1)}${where || ' here'}.`;
  return named.length > 0
    ? `There is no ${plainName(slots.name)}${where}.`
    : `I don't know ${aName(slots.name)}.`;
}

function several(name: string, found: readonly Entity[]): string {
  const areas = [...new Set(found.map(({ area }) => area).filter((area) => area !== ''))];
  const where = areas.length < 2 ? '' : `: in ${listed(areas.map(theName))}`;
  return capitalised(`${found.length} devices are called ${plainName(name)}${where}. Please say which one.`);
}
