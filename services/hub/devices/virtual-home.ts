import type { Entity } from '../../contract/entity.ts';
import { EntityId } from '../../contract/identifiers.ts';
import { Trouble } from '../../contract/trouble.ts';
import { Signal } from '../signal.ts';
import type { DeviceProvider, ServiceCall } from './device-provider.ts';
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

function furniture(): readonly Entity[] {
  const thing = (id: string, name: string, area: string) => {
    const common = { entityId: EntityId.parse(id), deviceClass: '', name, aliases: [], area, attributes: {} };
    return { ...common, via: 'virtual' } as const;
  };
  const light = (id: string, room: string): Entity => ({
    ...thing(`light.${id}`, `${room} Light`, room),
    domain: 'light',
    state: 'off',
    attributes: { brightness: 100, color: 'white' },
  });
  return [
    light('kitchen', 'Kitchen'),
    light('living_room', 'Living Room'),
    light('bedroom', 'Bedroom'),
    light('hall', 'Hall'),
    { ...thing('lock.front_door', 'Front Door', 'Hall'), domain: 'lock', state: 'locked' },
    {
      ...thing('climate.thermostat', 'Thermostat', 'Living Room'),
      domain: 'climate',
      state: 'heat',
      attributes: { temperature: 20, currentTemperature: 20.5 },
    },
    {
      ...thing('cover.garage_door', 'Garage Door', 'Garage'),
      domain: 'cover',
      deviceClass: 'garage',
      state: 'closed',
    },
    {
      ...thing('cover.bedroom_blind', 'Bedroom Blind', 'Bedroom'),
      domain: 'cover',
      deviceClass: 'blind',
      state: 'open',
    },
    {
      ...thing('fan.bedroom', 'Bedroom Fan', 'Bedroom'),
      domain: 'fan',
      state: 'off',
      attributes: { percentage: 50 },
    },
    {
      ...thing('media_player.living_room', 'Living Room Speaker', 'Living Room'),
      domain: 'media_player',
      state: 'paused',
      attributes: { volume: 40, isMuted: false },
    },
    { ...thing('scene.movie_night', 'Movie Night', 'Living Room'), domain: 'scene', state: 'unknown' },
  ];
}
