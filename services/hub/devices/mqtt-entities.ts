import { ZodError } from 'zod';
import type { Entity } from '../../contract/entity.ts';
import type { EntityId } from '../../contract/identifiers.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { ServiceCall } from './device-provider.ts';
import { discoveryTopic, notUnderstood, readDiscovery } from './discovery-message.ts';
import type { Publication } from './mqtt-device.ts';
import { MqttEntity, isActedOn } from './mqtt-entity.ts';

/** Trouble with what a device announces; its id is stable while it lasts. */
export interface DeviceTrouble {
  readonly id: string;
  readonly what: string;
  readonly advice: string;
}

/** What a message asks of the connection. */
export interface Subscriptions {
  readonly listenTo: readonly string[];
  readonly leave: readonly string[];
}

const NOTHING: Subscriptions = { listenTo: [], leave: [] };
/** A home has not more; a broker that goes wild must not fill the memory. */
const MOST_ENTITIES = 1000;
const LONGEST_STATE = 256 * 1024;
/** Nobody reads more of them. */
const MOST_TROUBLES = 50;

/** The things announced at a broker. It takes messages and tells what to subscribe; it has no connection of its own. */
export class MqttEntities {
  readonly #prefix: string;
  readonly #byDiscovery = new Map<string, { message: string; entities: readonly MqttEntity[] }>();
  readonly #byTopic = new Map<string, Set<MqttEntity>>();
  readonly #troubles = new Map<string, DeviceTrouble>();

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  list(): readonly Entity[] {
    return this.#all().map(({ entity }) => entity);
  }

  topics(): readonly string[] {
    return [...this.#byTopic.keys()];
  }

  troubles(): readonly DeviceTrouble[] {
    return [...this.#troubles.values()];
  }

  receive(topic: string, payload: Uint8Array): Subscriptions {
    if (payload.length <= LONGEST_STATE) {
      const listeners = this.#byTopic.get(topic);
      const message = listeners === undefined ? '' : new TextDecoder().decode(payload);
      for (const entity of listeners ?? []) entity.receive(topic, message);
    }
    return discoveryTopic(topic, this.#prefix) === null ? NOTHING : this.#announce(topic, payload);
  }

  /** Throws Trouble `not_found`, `bad_input`. */
  publications(entityId: EntityId, call: ServiceCall): readonly Publication[] {
    return this.#find(entityId).publications(call);
  }

  assume(entityId: EntityId, call: ServiceCall): void {
    this.#find(entityId).assume(call);
  }

  forget(): void {
    for (const entity of this.#all()) entity.forget();
  }

  #announce(topic: string, payload: Uint8Array): Subscriptions {
    const message = Buffer.from(payload).toString('base64');
    if (this.#byDiscovery.get(topic)?.message === message) return NOTHING;
    const before = this.#remove(topic);
    this.#troubles.delete(topic);
    try {
      const entities = this.#made(topic, payload);
      if (entities.length > 0) this.#byDiscovery.set(topic, { message, entities });
      this.#noteGaps(topic, entities);
      for (const entity of entities) this.#index(entity);
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      this.#trouble(topic, { what: error.message, advice: error.advice });
    }
    const listenTo = this.#byDiscovery.get(topic)?.entities.flatMap(({ topics }) => topics) ?? [];
    return { listenTo, leave: before.filter((old) => !this.#byTopic.has(old)) };
  }

  #made(topic: string, payload: Uint8Array): readonly MqttEntity[] {
    const made: MqttEntity[] = [];
    const isFree = (id: EntityId) => [...this.#all(), ...made].every(({ entity }) => entity.entityId !== id);
    for (const announced of readDiscovery(topic, this.#prefix, payload).filter(isActedOn)) {
      if (this.#all().length + made.length >= MOST_ENTITIES)
        throw notUnderstood(topic, `there are ${MOST_ENTITIES} devices already`);
      try {
        made.push(new MqttEntity(announced, isFree));
      } catch (error) {
        throw reasonOf(topic, error);
      }
    }
    return made;
  }

  #remove(topic: string): readonly string[] {
    const gone = this.#byDiscovery.get(topic)?.entities ?? [];
    this.#byDiscovery.delete(topic);
    const topics = gone.flatMap((entity) => entity.topics.map((old) => ({ old, entity })));
    for (const { old, entity } of topics) {
      const listeners = this.#byTopic.get(old);
      listeners?.delete(entity);
      if (listeners?.size === 0) this.#byTopic.delete(old);
    }
    return topics.map(({ old }) => old);
  }

  #noteGaps(topic: string, entities: readonly MqttEntity[]): void {
    const gaps = entities.flatMap((made) => made.gaps.map((gap) => `${made.entity.name}: ${gap}`));
    if (gaps.length === 0) return;
    const advice = 'Choose a plain template, like {{ value_json.state }}, in the device that sends it.';
    this.#trouble(topic, { what: `${gaps.join('; ')}.`, advice });
  }

  #trouble(topic: string, trouble: Omit<DeviceTrouble, 'id'>): void {
    if (this.#troubles.size < MOST_TROUBLES) this.#troubles.set(topic, { id: `mqtt:${topic}`, ...trouble });
  }

  #index(entity: MqttEntity): void {
    for (const topic of entity.topics)
      this.#byTopic.set(topic, (this.#byTopic.get(topic) ?? new Set()).add(entity));
  }

  #all(): readonly MqttEntity[] {
    return [...this.#byDiscovery.values()].flatMap(({ entities }) => entities);
  }

  #find(entityId: EntityId): MqttEntity {
    const found = this.#all().find(({ entity }) => entity.entityId === entityId);
    if (found !== undefined) return found;
    throw new Trouble('not_found', {
      what: 'This device is not there any more.',
      advice: 'Choose another one.',
    });
  }
}

function reasonOf(topic: string, error: unknown): unknown {
  if (error instanceof Trouble) return notUnderstood(topic, error.message);
  if (!(error instanceof ZodError)) return error;
  const [issue] = error.issues;
  return notUnderstood(
    topic,
    `"${issue?.path.join('.') ?? ''}" is not as it should be (${issue?.message ?? ''})`,
  );
}
