import type { Entity } from '../contract/entity.ts';
import type { EntityId } from '../contract/identifiers.ts';
import type { Intent, Reply, Slots } from '../contract/intent.ts';
import { Trouble } from '../contract/trouble.ts';
import { turnCall, type ServiceCall } from './devices/device-provider.ts';
import { permission, type Origin, type Rules } from './permissions.ts';
import { capitalised, listed, theName } from './spoken.ts';
import { degrees, done, stateAnswer } from './state-answers.ts';
import { targets } from './targets.ts';

/** The home as actions need it. */
export interface Home {
  list(): readonly Entity[];
  call(entityId: EntityId, call: ServiceCall): Promise<void>;
}

interface Asked {
  readonly origin: Origin;
  readonly rules: Rules;
}

/** The intents that speak of things: turn on and off, set, and ask. */
export class DeviceActions {
  readonly #home: Home;

  constructor(home: Home) {
    this.#home = home;
  }

  async act(intent: Intent, asked: Asked): Promise<Reply> {
    const missing = missingValue(intent);
    if (missing !== null) return { outcome: 'failed', text: missing };
    const wanted = targets(domainOf(intent), this.#home.list());
    if (wanted.kind === 'none') return { outcome: 'failed', text: wanted.text };
    const allowed = permission(intent, wanted.entities, asked);
    if (allowed.kind === 'refused') return { outcome: 'refused', text: allowed.text };
    const { slots } = intent;
    if (intent.name === 'HassGetState')
      return { outcome: 'answered', text: stateAnswer(slots, wanted.entities) };
    return this.#callAll(intent, wanted.entities);
  }

  async #callAll(intent: Intent, entities: readonly Entity[]): Promise<Reply> {
    const reachable = entities.filter(({ state }) => state !== 'unavailable');
    const results = await Promise.allSettled(
      reachable.map((entity) => this.#home.call(entity.entityId, callFor(intent, entity))),
    );
    const obeyed = reachable.filter((_, at) => results[at]?.status === 'fulfilled');
    if (obeyed.length === entities.length) return { outcome: 'done', text: sentence(intent, obeyed) };
    const reasons = results
      .filter((result) => result.status === 'rejected')
      .map((result): unknown => result.reason);
    const bug = reasons.find((reason) => reason instanceof Error && !(reason instanceof Trouble));
    if (bug instanceof Error) throw bug;
    return { outcome: 'failed', text: failure(intent, { entities, obeyed, reasons }) };
  }
}

function callFor({ name, slots }: Intent, { domain }: Entity): ServiceCall {
  if (name === 'HassClimateSetTemperature')
    return { service: 'set_temperature', temperature: slots.temperature ?? 0 };
  if (name !== 'HassLightSet') return turnCall(domain, name === 'HassTurnOn');
  return {
    service: 'turn_on',
    ...(slots.brightness === undefined ? {} : { brightness: slots.brightness }),
    ...(slots.color === undefined ? {} : { color: slots.color }),
  };
}

function domainOf({ name, slots }: Intent): Slots {
  if (name === 'HassLightSet') return { ...slots, domain: 'light' };
  if (name === 'HassClimateSetTemperature') return { ...slots, domain: 'climate' };
  return slots;
}

/** Turning needs something to speak of, or it would speak of the whole house. */
function missingValue({ name, slots }: Intent): string | null {
  const isVague = (slots.name ?? slots.area ?? slots.domain ?? slots.device_class) === undefined;
  if (name === 'HassClimateSetTemperature')
    return slots.temperature === undefined ? 'To how many degrees?' : null;
  if (name === 'HassLightSet')
    return slots.brightness === undefined && slots.color === undefined
      ? 'How bright, or in which color?'
      : null;
  return isVague ? 'Which device do you mean?' : null;
}

function sentence({ name, slots }: Intent, entities: readonly Entity[]): string {
  const [first] = entities;
  if (name === 'HassClimateSetTemperature')
    return `Set ${slots.name === undefined ? 'the temperature' : theName(slots.name)} to ${degrees(slots.temperature ?? 0)}.`;
  if (name === 'HassLightSet')
    return `${done('Set', entities, { ...slots, domain: 'light' })} to ${light(slots)}.`;
  return `${done(verb(first, name === 'HassTurnOn'), entities, slots)}.`;
}

function light({ color, brightness }: Slots): string {
  const parts = [color, brightness === undefined ? undefined : `${brightness} percent`];
  return listed(parts.filter((part) => part !== undefined));
}

function verb(entity: Entity | undefined, on: boolean): string {
  if (entity?.domain === 'lock') return on ? 'Locked' : 'Unlocked';
  if (entity?.domain === 'cover') return on ? 'Opening' : 'Closing';
  return on ? 'Turned on' : 'Turned off';
}

function failure(
  intent: Intent,
  what: {
    readonly entities: readonly Entity[];
    readonly obeyed: readonly Entity[];
    readonly reasons: readonly unknown[];
  },
): string {
  const others = what.entities.filter((entity) => !what.obeyed.includes(entity));
  const [trouble] = what.reasons;
  if (what.entities.length === 1 && trouble instanceof Trouble) return trouble.message;
  const missed = listed(others.map(({ name }) => theName(name)));
  const not = `${capitalised(missed)} ${others.length === 1 ? 'does' : 'do'} not answer.`;
  return what.obeyed.length === 0 ? not : `${sentence(intent, what.obeyed)} ${not}`;
}
