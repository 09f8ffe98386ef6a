import { z } from 'zod';
import { Domain, type Entity } from '../../contract/entity.ts';
import { EntityId } from '../../contract/identifiers.ts';
import { Trouble } from '../../contract/trouble.ts';
import { Availability } from './availability.ts';
import type { ServiceCall } from './device-provider.ts';
import type { Announced } from './discovery-message.ts';
import { mqttClimate } from './mqtt-climate.ts';
import { mqttCover } from './mqtt-cover.ts';
import { Templates, type Change, type MqttDevice, type Publication } from './mqtt-device.ts';
import { mqttJsonLight } from './mqtt-json-light.ts';
import { mqttFan } from './mqtt-fan.ts';
import { mqttLight } from './mqtt-light.ts';
import { mqttLock } from './mqtt-lock.ts';
import { mqttScene } from './mqtt-scene.ts';
import { mqttSwitch } from './mqtt-switch.ts';

const Text = z.string().max(200);

const Identity = z.object({
  name: Text.nullish(),
  object_id: Text.optional(),
  default_entity_id: Text.optional(),
  device_class: Text.nullish(),
  device: z.object({ name: Text.nullish(), suggested_area: Text.nullish() }).default({}),
});

/** One thing behind a broker: what was announced of it, and its state as far as it is known. */
export class MqttEntity {
  readonly topics: readonly string[];
  /** One sentence for each part of its configuration that Lares can't follow. */
  readonly gaps: readonly string[];
  readonly #device: MqttDevice;
  readonly #availability: Availability;
  #entity: Entity;

  /** Throws ZodError when the configuration is wrong. `isFree` tells whether an entity id is not taken. */
  constructor(announced: Announced & { readonly component: Domain }, isFree: (id: EntityId) => boolean) {
    const templates = new Templates();
    this.#device = deviceOf(announced);
    this.#availability = new Availability(announced.config, templates);
    this.gaps = [...new Set([...this.#device.gaps, ...templates.gaps])];
    this.#entity = entityOf(announced, isFree);
    this.topics = [
      ...new Set([...this.#device.readings.map(({ topic }) => topic), ...this.#availability.topics]),
    ];
  }

  get entity(): Entity {
    return this.#availability.isOnline ? this.#entity : { ...this.#entity, state: 'unavailable' };
  }

  receive(topic: string, message: string): void {
    this.#availability.receive(topic, message);
    for (const reading of this.#device.readings) {
      const change = reading.topic === topic ? reading.read(message) : null;
      if (change !== null) this.#apply(change);
    }
  }

  /** Throws a `bad_input` Trouble for what the thing can't do. */
  publications(call: ServiceCall): readonly Publication[] {
    try {
      return this.#device.publications(call);
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      const what = error.message.replace(/^It\b/, () => this.#entity.name);
      throw new Trouble(error.code, { what, advice: error.advice, cause: error });
    }
  }

  /** The call was taken: what no message will report is so from now on. */
  assume(call: ServiceCall): void {
    this.#apply(this.#device.assumed(call));
  }

  /** The broker is gone: nothing is known any more. */
  forget(): void {
    this.#availability.forget();
    this.#entity = { ...this.#entity, state: 'unknown' };
  }

  #apply({ state = this.#entity.state, attributes }: Change): void {
    this.#entity = { ...this.#entity, state, attributes: { ...this.#entity.attributes, ...attributes } };
  }
}

function deviceOf({ component, config }: Announced & { readonly component: Domain }): MqttDevice {
  const schema = config['schema'] ?? 'basic';
  switch (component) {
    case 'light':
      if (schema === 'json') return mqttJsonLight(config);
      if (schema === 'template')
        throw new Trouble('bad_input', {
          what: 'lights of the template schema are not supported',
          advice: '',
        });
      return mqttLight(config);
    case 'switch':
      return mqttSwitch(config);
    case 'lock':
      return mqttLock(config);
    case 'cover':
      return mqttCover(config);
    case 'climate':
      return mqttClimate(config);
    case 'fan':
      return mqttFan(config);
    case 'scene':
      return mqttScene(config);
    case 'media_player':
      // Home Assistant's discovery knows no media players.
      throw new Trouble('bad_input', { what: 'media players can not be announced by MQTT', advice: '' });
  }
}

function entityOf(
  announced: Announced & { readonly component: Domain },
  isFree: (id: EntityId) => boolean,
): Entity {
  const { component, objectId, config } = announced;
  const identity = Identity.parse(config);
  const device = identity.device.name?.trim() ?? '';
  const own = identity.name?.trim() ?? '';
  const full = own === '' ? device : own.startsWith(device) ? own : `${device} ${own}`;
  // "Left" alone says nothing; "Ceiling Light" does, and nobody says the name of the bridge before it.
  const name = (own.includes(' ') || device === '' ? own : full) || objectId.replaceAll('_', ' ');
  const wished = identity.default_entity_id?.split('.').at(-1) ?? identity.object_id ?? (full || objectId);
  return {
    entityId: freeId(component, wished, isFree),
    domain: component,
    deviceClass: identity.device_class ?? '',
    name,
    aliases: full !== '' && full !== name ? [full] : [],
    area: identity.device.suggested_area?.trim() ?? '',
    state: 'unknown',
    attributes: {},
    via: 'mqtt',
  };
}

function freeId(domain: Domain, wished: string, isFree: (id: EntityId) => boolean): EntityId {
  const plain = wished.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '');
  const slug = plain.replaceAll(/[^a-z0-9]+/g, '_').replaceAll(/^_+|_+$/g, '') || 'device';
  let id = EntityId.parse(`${domain}.${slug}`);
  for (let number = 2; !isFree(id); number++) id = EntityId.parse(`${domain}.${slug}_${number}`);
  return id;
}

/** Whether this component is one of those that Lares acts on. */
export function isActedOn(announced: Announced): announced is Announced & { readonly component: Domain } {
  return Domain.safeParse(announced.component).success;
}
