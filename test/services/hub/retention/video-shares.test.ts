import { expect, test } from 'vitest';
import { CameraId } from '../../../../services/contract/identifiers.ts';
import { videoShares } from '../../../../services/hub/retention/video-shares.ts';

const [door, yard] = [CameraId.parse('door'), CameraId.parse('yard')];
const nothing = { named: 0, person: 0, vehicle: 0, animal: 0, empty: 0 };

test('video is told apart by what it shows, camera by camera, in shares of its bytes', () => {
  const clips = [
    { cameraId: door, bytes: 10, shows: ['person'], isNamed: true },
    { cameraId: door, bytes: 20, shows: ['vehicle', 'person'], isNamed: false },
    { cameraId: door, bytes: 10, shows: ['animal'], isNamed: false },
    { cameraId: yard, bytes: 5, shows: [], isNamed: false },
    { cameraId: yard, bytes: 15, shows: ['vehicle', 'animal'], isNamed: false },
  ] as const;
  expect(Object.fromEntries(videoShares(clips))).toEqual({
    door: { ...nothing, named: 0.25, person: 0.5, animal: 0.25 },
    yard: { ...nothing, vehicle: 0.75, empty: 0.25 },
  });
  expect(videoShares([{ cameraId: yard, bytes: 0, shows: [], isNamed: false }])).toEqual(new Map());
});
