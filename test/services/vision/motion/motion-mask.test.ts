import { expect, it } from 'vitest';
import { motionMask } from '../../../../services/vision/motion/motion-mask.ts';

it('tells blocks that count from those that only differ', () => {
  expect([...motionMask(Uint16Array.of(0, 1, 1, 2, 0, 3), [1, 3])]).toEqual([0, 2, 2, 1, 0, 2]);
  expect([...motionMask(Uint16Array.of(0, 1), [])]).toEqual([0, 1]);
});
