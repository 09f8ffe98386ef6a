import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../../services/contract/entity.ts';
import { EntityId } from '../../../../services/contract/identifiers.ts';
import { permission } from '../../../../services/hub/intents/permissions.ts';

const thing = (domain: Entity['domain'], fields: Partial<Entity>): Entity => ({
  entityId: EntityId.parse(`${domain}.it`),
  domain,
  deviceClass: '',
  name: 'It',
  aliases: [],
  area: '',
  state: 'closed',
  attributes: {},
  via: 'mqtt',
  ...fields,
});

const opened = (entity: Entity) =>
  permission({ name: 'HassTurnOn', slots: {} }, [thing('light', {}), entity], {
    origin: 'voice',
    rules: { mayVoiceOpen: false },
  }).kind;

describe('opening by voice', () => {
  it.each([
    ['a garage by its class', thing('cover', { deviceClass: 'garage' })],
    ['a window', thing('cover', { deviceClass: 'window' })],
    ['a cover that only its other name tells', thing('cover', { aliases: ['Garage Main Cover'] })],
    ['a cover of the garage', thing('cover', { area: 'Garage' })],
    ['several doors', thing('cover', { name: 'Garage Doors' })],
    ['a gate that is a relay', thing('switch', { name: 'Driveway gate' })],
    ['a door opener', thing('switch', { name: 'Relay 2', aliases: ['Door Opener'] })],
  ])('%s is refused, among others too', (_, entity) => {
    expect(opened(entity)).toBe('refused');
  });

  it.each([
    ['a blind', thing('cover', { deviceClass: 'blind', name: 'Door blind' })],
    ['a fan', thing('switch', { name: 'Garage fan', area: 'Garage' })],
    ['a lamp', thing('light', { name: 'Door' })],
  ])('%s is allowed', (_, entity) => {
    expect(opened(entity)).toBe('allowed');
  });
});
