import { expect, it } from 'vitest';
import { Newest } from '../../../../services/vision/camera/newest.ts';

it('gives the newest thing, and tells when an older one was lost', async () => {
  const box = new Newest<number>();
  const reader = box[Symbol.asyncIterator]();
  expect([box.put(1), box.put(2), box.put(3)]).toEqual([true, false, false]);
  expect(await reader.next()).toEqual({ done: false, value: 3 });
  const waiting = reader.next();
  await Promise.resolve();
  expect(box.put(4)).toBe(true);
  expect(await waiting).toEqual({ done: false, value: 4 });
});

it('ends its reader when it is closed, and takes nothing more', async () => {
  const box = new Newest<number>();
  const reader = box[Symbol.asyncIterator]();
  const waiting = reader.next();
  box.close();
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(box.put(5)).toBe(false);
  expect(await Array.fromAsync(box)).toEqual([]);
});
