import { expect, it } from 'vitest';
import { spotOf, spotsOf } from '../../../../renderer/views/people/pose-spots.ts';

const pose = (yaw: number, pitch = 0) => ({ yaw, pitch, roll: 0 });

it.each([
  [0, 0, 'front'],
  [14, -11, 'front'],
  [-20, 0, 'left'],
  [20, 5, 'right'],
  [0, 20, 'down'],
  [5, -20, 'up'],
  [-40, 20, 'left'],
  [16, 40, 'down'],
] as const)('takes a head turned by %i° and lifted by %i° for seen from: %s', (yaw, pitch, spot) => {
  expect(spotOf(pose(yaw, pitch))).toBe(spot);
});

it('counts a face without a pose as seen from the front, and a poor one not at all', () => {
  const faces = [
    { pose: null, quality: null },
    { pose: pose(-30), quality: 0.9 },
    { pose: pose(30), quality: 0.2 },
  ];
  expect(spotsOf(faces)).toEqual(new Set(['front', 'left']));
  expect(spotsOf([])).toEqual(new Set());
});
