import type { Entity } from '../../contract/entity.ts';
import type { EntityId } from '../../contract/identifiers.ts';
import type { Intent, Reply } from '../../contract/intent.ts';
import { Trouble } from '../../contract/trouble.ts';
import { callFor, kindOf, missingValue } from './device-calls.ts';
import type { ServiceCall } from '../devices/device-provider.ts';
import { permission, type Asked } from './permissions.ts';
import type { Speech } from './speech.ts';
import { doneSentence } from './done-sentence.ts';
import { stateAnswer, temperatureAnswer } from './state-answers.ts';
import { targets } from './targets.ts';

/** The home as actions need it. */
export interface Home {
  list(): readonly Entity[];
  call(entityId: EntityId, call: ServiceCall): Promise<void>;
}

/** A wish that came through the door: who asked, and in which language to answer. */
export interface Wish extends Asked {
  readonly speech: Speech;
}

/** A reply, or a question that has to be answered first: with yes, or with a room. */
export type Answered = Reply | AskedBack;

export interface AskedBack {
  readonly outcome: 'ask' | 'which';
  readonly text: string;
}

export function isAskedBack(answered: Answered): answered is AskedBack {
  return answered.outcome === 'ask' || answered.outcome === 'which';
}

/** The intents that speak of things: turn on and off, set, and ask. */
export class DeviceActions {
  readonly #home: Home;

  constructor(home: Home) {
    this.#home = home;
  }

  list(): readonly Entity[] {
    return this.#home.list();
  }

  async act(intent: Intent, wish: Wish): Promise<Answered> {
    const { speech } = wish;
    const missing = missingValue(intent);
    if (missing !== null) return { outcome: 'failed', text: speech.say(missing) };
    const wanted = targets(kindOf(intent, this.#home.list()), this.#home.list(), speech);
    if (wanted.kind === 'several') return { outcome: 'which', text: wanted.text };
    if (wanted.kind === 'none') return { outcome: 'failed', text: wanted.text };
    const allowed = permission(intent, wanted.entities, wish);
    if (allowed.kind !== 'allowed') return { outcome: allowed.kind, text: allowed.text };
    const { slots } = intent;
    if (intent.name === 'HassGetState')
      return { outcome: 'answered', text: stateAnswer(slots, wanted.entities, speech) };
    if (intent.name === 'HassClimateGetTemperature')
      return { outcome: 'answered', text: temperatureAnswer(slots, wanted.entities, speech) };
    return this.#callAll(intent, wanted.entities, speech);
  }

  async #callAll(intent: Intent, entities: readonly Entity[], speech: Speech): Promise<Reply> {
    const reachable = entities.filter(({ state }) => state !== 'unavailable');
    const results = await Promise.allSettled(
      reachable.map((entity) => this.#home.call(entity.entityId, callFor(intent, entity))),
    );
    const obeyed = reachable.filter((_, at) => results[at]?.status === 'fulfilled');
    if (obeyed.length === entities.length)
      return { outcome: 'done', text: doneSentence(intent, obeyed, speech) };
    const reasons = results
      .filter((result) => result.status === 'rejected')
      .map((result): unknown => result.reason);
    const bug = reasons.find((reason) => reason instanceof Error && !(reason instanceof Trouble));
    if (bug instanceof Error) throw bug;
    const others = entities.filter((entity) => !obeyed.includes(entity));
    const [trouble] = reasons;
    if (entities.length === 1 && trouble instanceof Trouble)
      return { outcome: 'failed', text: trouble.message };
    const done = obeyed.length === 0 ? '' : `${doneSentence(intent, obeyed, speech)} `;
    return { outcome: 'failed', text: done + noAnswer(others, speech) };
  }
}

function noAnswer(entities: readonly Entity[], speech: Speech): string {
  const things = speech.listed(entities.map(({ name }) => speech.the(name)));
  return speech.say(entities.length === 1 ? 'no_answer_one' : 'no_answer_many', { things });
}
