import { expect, it } from 'vitest';
import { faultOf } from '../../../../renderer/views/voice/take.ts';

it.each([
  [{ peak: 1, durationMs: 900 }, 'clipped'],
  [{ peak: 0.01, durationMs: 900 }, 'quiet'],
  [{ peak: 0.4, durationMs: 120 }, 'short'],
  [{ peak: 0.4, durationMs: 900 }, null],
  [{ durationMs: 900 }, null],
])('finds what is poor about %j', (sample, fault) => {
  expect(faultOf(sample)).toBe(fault);
});
