import { describe, expect, it } from 'vitest';
import { CameraSettings } from '../../../services/contract/camera.ts';
import { EntityId, PersonId } from '../../../services/contract/identifiers.ts';
import { homeNames } from '../../../services/hub/home-names.ts';

describe('the names of the home', () => {
  it('are those of things, rooms, people and cameras, without what changes', () => {
    const light = {
      entityId: EntityId.parse('light.kitchen'),
      domain: 'light',
      deviceClass: '',
      name: 'Kitchen Light',
      aliases: ['lamp'],
      area: 'Kitchen',
    } as const;
    const camera = CameraSettings.parse({ id: 'yard', name: 'Yard', area: 'Garden', address: '/a.mp4' });
    const names = homeNames({
      entities: [
        { ...light, state: 'on', attributes: { brightness: 3 }, via: 'mqtt' },
        { ...light, area: '', state: 'off', attributes: {}, via: 'virtual' },
      ],
      people: [
        {
          ...{ id: PersonId.parse('p'), name: 'Anna', enrolledAtMs: 1, faces: [] },
          ...{ consent: null, advice: [], leavesAtMs: null },
        },
      ],
      cameras: [camera, { ...camera, area: 'Kitchen' }],
    });
    expect(names).toEqual({
      entities: [light, { ...light, area: '' }],
      areas: ['Garden', 'Kitchen'],
      people: ['Anna'],
      cameras: [
        { id: 'yard', name: 'Yard' },
        { id: 'yard', name: 'Yard' },
      ],
    });
  });
});
