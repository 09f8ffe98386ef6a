import { expect, it } from 'vitest';
import { Backoff } from '../../../../services/vision/camera/backoff.ts';

it('waits one second, then twice as long each time, up to thirty', () => {
  const backoff = new Backoff(() => 0);
  expect(Array.from({ length: 7 }, () => backoff.nextMs())).toEqual([
    1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
  ]);
  backoff.reset();
  expect(backoff.nextMs()).toBe(1000);
});

it('shortens pauses by chance, but never below a second', () => {
  const backoff = new Backoff(() => 1);
  expect(Array.from({ length: 6 }, () => backoff.nextMs())).toEqual([1000, 1000, 2000, 4000, 8000, 15_000]);
});
