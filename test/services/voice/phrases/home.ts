import type { HomeNames } from '../../../../services/contract/entity.ts';
import { EntityId } from '../../../../services/contract/identifiers.ts';

type Thing = HomeNames['entities'][number];

function thing(
  domain: Thing['domain'],
  [name, area]: readonly [string, string],
  more: Partial<Thing> = {},
): Thing {
  const entityId = EntityId.parse(`${domain}.${name.toLowerCase().replaceAll(/[^a-z]+/g, '_')}`);
  return { entityId, domain, deviceClass: '', name, aliases: [], area, ...more };
}

/** A home with one thing of each kind, and with names that are hard to say. */
export const HOME: HomeNames = {
  entities: [
    thing('light', ['Kitchen Light', 'Kitchen']),
    thing('light', ['Reading Lamp', 'Living Room'], { aliases: ["Mum's light"] }),
    thing('light', ['Büro 2', 'Study']),
    thing('switch', ['Coffee Machine', 'Kitchen']),
    thing('fan', ['Ceiling Fan', 'Living Room']),
    thing('media_player', ['Living Room Speaker', 'Living Room']),
    thing('scene', ['Movie Night', '']),
    thing('lock', ['Front Door', 'Hall']),
    thing('climate', ['Thermostat', 'Living Room']),
    thing('cover', ['Garage Door', 'Garage'], { deviceClass: 'garage' }),
    thing('cover', ['Bedroom Blind', 'Bedroom'], { deviceClass: 'blind' }),
  ],
  areas: ['Kitchen', 'Living Room', 'Study', 'Hall', 'Garage', 'Bedroom'],
  people: ['Anna', 'Bob'],
  cameras: [
    { id: 'front_door', name: 'Front Door' },
    { id: 'garden', name: 'Garden' },
  ],
};
