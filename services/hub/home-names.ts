import type { CameraSettings } from '../contract/camera.ts';
import type { Entity, HomeNames } from '../contract/entity.ts';
import type { Person } from '../contract/person.ts';

/** Every name that somebody may say in this home. Areas are those of devices and of cameras, each once. */
export function homeNames(home: {
  readonly entities: readonly Entity[];
  readonly people: readonly Person[];
  readonly cameras: readonly CameraSettings[];
}): HomeNames {
  const areas = [...home.entities, ...home.cameras].map(({ area }) => area).filter((area) => area !== '');
  return {
    entities: home.entities.map(({ entityId, domain, deviceClass, name, aliases, area }) => ({
      entityId,
      domain,
      deviceClass,
      name,
      aliases,
      area,
    })),
    areas: [...new Set(areas)].sort(),
    people: home.people.map(({ name }) => name),
    cameras: home.cameras.map(({ id, name }) => ({ id, name })),
  };
}
