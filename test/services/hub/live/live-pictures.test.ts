import { expect, it } from 'vitest';
import { LivePictures } from '../../../../services/hub/live/live-pictures.ts';

const chunk = (bytes: number) => new Uint8Array(bytes);

it('keeps the chunks since the last key frame', () => {
  const pictures = new LivePictures();
  pictures.add(chunk(1), false);
  expect(pictures.chunks).toEqual([]);
  pictures.add(chunk(2), true);
  pictures.add(chunk(3), false);
  expect([pictures.chunks, pictures.bytes]).toEqual([[chunk(2), chunk(3)], 5]);
  pictures.add(chunk(4), true);
  expect([pictures.chunks, pictures.bytes]).toEqual([[chunk(4)], 4]);
});

it.each([
  ['bytes', { bytes: 10, chunks: 100 }],
  ['chunks', { bytes: 100, chunks: 2 }],
])('forgets a stretch of too many %s whole, until the next key frame', (_what, bounds) => {
  const pictures = new LivePictures(bounds);
  pictures.add(chunk(4), true);
  pictures.add(chunk(4), false);
  expect(pictures.chunks.length).toBe(2);
  pictures.add(chunk(4), false);
  pictures.add(chunk(1), false);
  expect([pictures.chunks, pictures.bytes]).toEqual([[], 0]);
  pictures.add(chunk(1), true);
  expect(pictures.chunks.length).toBe(1);
});
