import { expect, it } from 'vitest';
import { CameraId } from '../../../../services/contract/identifiers.ts';
import { visitAnswer } from '../../../../services/hub/intents/visit-answers.ts';
import { visit } from '../../store/samples.ts';

const cameras = [{ id: CameraId.parse('front_door'), name: 'Front door' }];
const pictures = { hasSnapshot: false, hasFace: false };

it('a camera that is offline is nobody', () => {
  const away = { ...visit('a-1', { label: 'camera_offline' }), ...pictures };
  expect(visitAnswer({}, { events: [away], cameras, nowMs: 1_700_000_000_000 })).toEqual({
    outcome: 'answered',
    text: 'Nobody is there.',
  });
  const car = { ...visit('a-2', { label: 'vehicle' }), ...pictures };
  expect(visitAnswer({}, { events: [away, car], cameras, nowMs: 1_700_000_000_000 })).toEqual({
    outcome: 'answered',
    text: 'A vehicle is at the front door.',
    showCamera: 'front_door',
  });
});
