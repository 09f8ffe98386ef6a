import { expect, it } from 'vitest';
import { leftMs } from '../../../../renderer/views/voice/training-left.ts';

it('reckons with the pace so far', () => {
  expect(leftMs({ done: 0.25, beganAtMs: 1000 }, 61_000)).toBe(180_000);
});

it('says nothing too early, by a clock that is wrong, or of what would take for ever', () => {
  expect(leftMs({ done: 0.01, beganAtMs: 0 }, 60_000)).toBeNull();
  expect(leftMs({ done: 0.5, beganAtMs: 60_000 }, 1000)).toBeNull();
  expect(leftMs({ done: 0.05, beganAtMs: 0 }, 3_600_000)).toBeNull();
});
