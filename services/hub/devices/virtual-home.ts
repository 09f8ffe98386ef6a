import type { Entity } from '../../contract/entity.ts';
import type { EntityId } from '../../contract/identifiers.ts';
import { Trouble } from '../../contract/trouble.ts';
import { Signal } from '../signal.ts';
import type { DeviceProvider, ServiceCall } from './device-provider.ts';
import { furniture } from './virtual-furniture.ts';
import { afterCall } from './virtual-service.ts';

/** How long the garage door takes to open or close. */
const GARAGE_MS = 3000;

/** Things that are not there: they answer at once, and forget everything when Lares ends. For the demo, and for first steps. */
export class VirtualHome implements DeviceProvider {
  readonly changed = new Signal<void>();
  readonly #entities: Map<EntityId, Entity>;
  readonly #moving = new Map<EntityId, NodeJS.Timeout>();
  readonly #garageMs: number;

  constructor(garageMs: number = GARAGE_MS) {
    this.#garageMs = garageMs;
    this.#entities = new Map(furniture().map((entity) => [entity.entityId, entity]));
  }

  list(): readonly Entity[] {
    return [...this.#entities.values()];
  }

  call(entityId: EntityId, call: ServiceCall): Promise<void> {
    const entity = this.#entities.get(entityId);
    if (entity === undefined)
      return Promise.reject(
        new Trouble('not_found', {
          what: 'This device is not there any more.',
          advice: 'Choose another one.',
        }),
      );
    const next = afterCall(entity, call);
    if (next instanceof Trouble) return Promise.reject(next);
    this.#put(next);
    if (entity.domain === 'cover') this.#arrive(next);
    return Promise.resolve();
  }

  stop(): Promise<void> {
    for (const timer of this.#moving.values()) clearTimeout(timer);
    this.#moving.clear();
    return Promise.resolve();
  }

  #arrive(entity: Entity): void {
    clearTimeout(this.#moving.get(entity.entityId));
    const state = entity.state === 'opening' ? 'open' : entity.state === 'closing' ? 'closed' : entity.state;
    this.#moving.set(
      entity.entityId,
      setTimeout(() => {
        this.#moving.delete(entity.entityId);
        this.#put({ ...entity, state });
      }, this.#garageMs),
    );
  }

  #put(entity: Entity): void {
    this.#entities.set(entity.entityId, entity);
    this.changed.send();
  }
}
