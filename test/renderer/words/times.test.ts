import { expect, it } from 'vitest';
import { within } from '../../../renderer/words/times.ts';

const hourMs = 3_600_000;

it.each([
  [-5, 'in 1 minute'],
  [20 * 60_000, 'in 20 minutes'],
  [3 * hourMs, 'in 3 hours'],
  [5 * 24 * hourMs, 'in 5 days'],
])('says the time until something: %i ms', (ms, text) => {
  expect(within(ms, 0)).toBe(text);
});
