import { expect, it } from 'vitest';
import { deviceSentence, isOn } from '../../../../renderer/views/home/device-look.ts';
import type { Entity } from '../../../../services/contract/entity.ts';
import { EntityId } from '../../../../services/contract/identifiers.ts';

function entity(domain: Entity['domain'], state: string): Entity {
  return {
    ...{ entityId: EntityId.parse(`${domain}.one`), domain, name: 'One', aliases: [], area: '' },
    ...{ deviceClass: '', state, attributes: {}, via: 'virtual' },
  };
}

it('says what a speaker does, and what a tap on a scene would do', () => {
  const speaker = (state: string) => entity('media_player', state);
  expect([speaker('playing'), speaker('paused')].map(deviceSentence)).toEqual(['Playing', 'Paused']);
  expect([speaker('playing'), speaker('idle')].map(isOn)).toEqual([true, false]);
  expect(deviceSentence(entity('scene', 'unknown'))).toBe('Tap to set the scene');
  expect(deviceSentence(entity('scene', 'unavailable'))).toBe('Not reachable');
});
