import type { Entity } from '../contract/entity.ts';
import type { Slots } from '../contract/intent.ts';
import { capitalised, listed, plainName, theName } from './spoken.ts';
import { kindName } from './targets.ts';

/** Answers HassGetState from what is known now: one or two short sentences. */
export function stateAnswer(slots: Slots, entities: readonly [Entity, ...Entity[]]): string {
  const [first, ...others] = entities;
  if (slots.state !== undefined) return yesOrNo(slots, entities, slots.state);
  if (slots.domain === 'climate' && slots.name === undefined) return temperatureAnswer(slots, entities);
  if (others.length === 0) return oneState(first);
  return entities.slice(0, 6).map(oneState).join(' ');
}

/** A state as people say it. */
export function spokenState(state: string): string {
  const words: Readonly<Record<string, string>> = {
    unavailable: 'not reachable',
    unknown: 'in an unknown state',
    heat: 'heating',
    cool: 'cooling',
    heat_cool: 'on automatic',
    auto: 'on automatic',
  };
  return words[state] ?? state;
}

function oneState(entity: Entity): string {
  const { brightness, temperature } = entity.attributes;
  const name = capitalised(theName(entity.name));
  if (entity.domain === 'climate' && temperature !== undefined && entity.state !== 'off')
    return `${name} is set to ${degrees(temperature)}.${measured(entity)}`;
  const level =
    entity.state === 'on' && brightness !== undefined ? ` at ${Math.round(brightness)} percent` : '';
  return `${name} is ${spokenState(entity.state)}${level}.${measured(entity)}`;
}

function measured({ attributes: { currentTemperature } }: Entity): string {
  return currentTemperature === undefined ? '' : ` It is ${degrees(currentTemperature)}.`;
}

function temperatureAnswer(slots: Slots, entities: readonly [Entity, ...Entity[]]): string {
  const where = slots.area === undefined ? '' : ` in ${theName(slots.area)}`;
  const known = entities.filter(({ attributes }) => attributes.currentTemperature !== undefined);
  const [first, second] = known;
  if (first === undefined) return oneState(entities[0]);
  const isOne = second === undefined || slots.area !== undefined;
  if (isOne) return `It is ${degrees(first.attributes.currentTemperature ?? 0)}${where}.${setTo(first)}`;
  const rooms = known.map(
    ({ area, name, attributes }) =>
      `${degrees(attributes.currentTemperature ?? 0)} ${area === '' ? `at ${theName(name)}` : `in ${theName(area)}`}`,
  );
  return `It is ${listed(rooms)}.`;
}

function setTo({ state, attributes: { temperature } }: Entity): string {
  return temperature === undefined || state === 'off'
    ? ''
    : ` The heating is set to ${degrees(temperature)}.`;
}

function yesOrNo(slots: Slots, entities: readonly [Entity, ...Entity[]], asked: string): string {
  const where = slots.area === undefined ? '' : ` in ${theName(slots.area)}`;
  const [first, ...others] = entities;
  const such = entities.filter(({ state }) => state === asked);
  if (others.length === 0) {
    if (isUnknown(first)) return `I don't know: ${theName(first.name)} is ${spokenState(first.state)}.`;
    return `${such.length === 1 ? 'Yes' : 'No'}, ${theName(first.name)} is ${spokenState(first.state)}.`;
  }
  const silent = entities.filter(isUnknown);
  const doubt =
    silent.length === 0 ? '' : ` I can't reach ${listed(silent.map(({ name }) => theName(name)))}.`;
  if (such.length === 0) return `No ${kindName(slots, 1)}${where} is ${asked}.${doubt}`;
  if (such.length === entities.length)
    return `Yes, all ${such.length} ${kindName(slots, 2)}${where} are ${asked}.`;
  const names = capitalised(listed(such.map(({ name }) => theName(name))));
  return `${names} ${such.length === 1 ? 'is' : 'are'} ${asked}, the others are not.${doubt}`;
}

function isUnknown({ state }: Entity): boolean {
  return state === 'unknown' || state === 'unavailable';
}

/** "21 degrees", "20.5 degrees", "1 degree". */
export function degrees(celsius: number): string {
  const rounded = Math.round(celsius * 10) / 10;
  return `${rounded} degree${rounded === 1 ? '' : 's'}`;
}

/** What was done, for example "Turned on the kitchen light". */
export function done(what: string, entities: readonly Entity[], slots: Slots): string {
  const [first] = entities;
  if (first !== undefined && entities.length === 1) return `${what} ${theName(first.name)}`;
  const where = slots.area === undefined ? '' : ` in ${theName(slots.area)}`;
  return `${what} ${entities.length === 2 ? 'both' : `all ${entities.length}`} ${plainName(kindName(slots, 2))}${where}`;
}
