import type { Entity } from '../../contract/entity.ts';
import { EntityId } from '../../contract/identifiers.ts';

/** The things of the virtual home as they stand when Lares starts. */
export function furniture(): readonly Entity[] {
  return [...lights(), ...others()];
}

function thing(id: string, name: string, area: string) {
  const common = { entityId: EntityId.parse(id), deviceClass: '', name, aliases: [], area, attributes: {} };
  return { ...common, via: 'virtual' } as const;
}

function lights(): readonly Entity[] {
  const rooms = ['Kitchen', 'Living Room', 'Bedroom', 'Hall'];
  return rooms.map((room) => ({
    ...thing(`light.${room.toLowerCase().replace(' ', '_')}`, `${room} Light`, room),
    domain: 'light',
    state: 'off',
    attributes: { brightness: 100, color: 'white' },
  }));
}

function others(): readonly Entity[] {
  return [
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
