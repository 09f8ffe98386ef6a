import type { Entity } from '../../contract/entity.ts';
import type { Slots } from '../../contract/intent.ts';
import type { Speech } from './speech.ts';

type Some = readonly [Entity, ...Entity[]];

/** Answers HassGetState from what is known now: one or two short sentences. */
export function stateAnswer(slots: Slots, entities: Some, speech: Speech): string {
  const [first, ...others] = entities;
  if (slots.state !== undefined) return yesOrNo({ ...slots, state: slots.state }, entities, speech);
  if (slots.domain === 'climate' && slots.name === undefined)
    return temperatureAnswer(slots, entities, speech);
  if (others.length === 0) return oneState(first, speech);
  return entities
    .slice(0, 6)
    .map((entity) => oneState(entity, speech))
    .join(' ');
}

/** Answers HassClimateGetTemperature: how warm it is, in one room or in all. */
export function temperatureAnswer(slots: Slots, entities: Some, speech: Speech): string {
  const where = speech.where(slots.area);
  const known = entities.filter(({ attributes }) => attributes.currentTemperature !== undefined);
  const [first, second] = known;
  if (first === undefined) return oneState(entities[0], speech);
  const degrees = ({ attributes }: Entity) => speech.count(attributes.currentTemperature ?? 0, 'degree');
  if (second === undefined || slots.area !== undefined)
    return `${speech.say('temperature', { degrees: degrees(first), where })}${setTo(first, speech)}`;
  const rooms = known.map((entity) =>
    entity.area === ''
      ? speech.part('degrees_at', { degrees: degrees(entity), thing: speech.the(entity.name) })
      : speech.part('degrees_in', { degrees: degrees(entity), area: speech.the(entity.area) }),
  );
  return speech.say('temperatures', { list: speech.listed(rooms) });
}

function oneState(entity: Entity, speech: Speech): string {
  const { brightness, percentage, position, volume, temperature } = entity.attributes;
  const thing = speech.the(entity.name);
  if (entity.domain === 'climate' && temperature !== undefined && entity.state !== 'off') {
    const degrees = speech.count(temperature, 'degree');
    return speech.say('is_set', { thing, degrees }) + measured(entity, speech);
  }
  const state = speech.state(entity.state);
  const isUp = ['on', 'open', 'playing'].includes(entity.state);
  const level = isUp ? (brightness ?? percentage ?? position ?? volume) : undefined;
  const text =
    level === undefined
      ? speech.say('is', { thing, state })
      : speech.say('is_at', { thing, state, percent: speech.count(Math.round(level), 'percent') });
  return text + measured(entity, speech);
}

function measured({ attributes: { currentTemperature } }: Entity, speech: Speech): string {
  if (currentTemperature === undefined) return '';
  return ` ${speech.say('measured', { degrees: speech.count(currentTemperature, 'degree') })}`;
}

function setTo({ state, attributes: { temperature } }: Entity, speech: Speech): string {
  if (temperature === undefined || state === 'off') return '';
  return ` ${speech.say('heating_set', { degrees: speech.count(temperature, 'degree') })}`;
}

function yesOrNo(slots: Slots & { readonly state: string }, entities: Some, speech: Speech): string {
  const [first, ...others] = entities;
  const such = entities.filter((entity) => entity.state === slots.state);
  if (others.length === 0) {
    const values = { thing: speech.the(first.name), state: speech.state(first.state) };
    if (isUnknown(first)) return speech.say('unsure', values);
    return speech.say(such.length === 1 ? 'yes' : 'no', values);
  }
  const values = {
    n: such.length,
    kinds: speech.kind(slots, 'other'),
    none: speech.kind(slots, 'none'),
    where: speech.where(slots.area),
    state: speech.state(slots.state),
    things: speech.listed(such.map(({ name }) => speech.the(name))),
  };
  if (such.length === entities.length) return speech.say('all_are', values);
  const doubt = doubtful(entities.filter(isUnknown), speech);
  if (such.length === 0) return speech.say('none_is', values) + doubt;
  return speech.say(such.length === 1 ? 'some_is' : 'some_are', values) + doubt;
}

function doubtful(silent: readonly Entity[], speech: Speech): string {
  if (silent.length === 0) return '';
  const things = speech.listed(silent.map(({ name }) => speech.the(name)));
  return ` ${speech.say('out_of_reach', { things })}`;
}

function isUnknown({ state }: Entity): boolean {
  return state === 'unknown' || state === 'unavailable';
}

/** "the kitchen light", "both lights in the hall", "all 4 lights". */
export function thingsSpoken(entities: readonly Entity[], slots: Slots, speech: Speech): string {
  const [first] = entities;
  if (first !== undefined && entities.length === 1) return speech.the(first.name);
  const values = { n: entities.length, kinds: speech.kind(slots, 'other'), where: speech.where(slots.area) };
  return speech.part(entities.length === 2 ? 'two_of_kind' : 'all_of_kind', values);
}
