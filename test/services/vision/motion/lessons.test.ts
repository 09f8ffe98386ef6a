import { expect, it } from 'vitest';
import { Lessons } from '../../../../services/vision/motion/lessons.ts';

const tree = { x: 0.1, y: 0.1, width: 0.2, height: 0.2 };
const walker = { x: 0.6, y: 0.4, width: 0.1, height: 0.3 };
const elsewhere = { x: 0.4, y: 0.9, width: 0.05, height: 0.05 };
const regions = [
  { x: 0, y: 0, width: 0.5, height: 0.5 },
  { x: 0.5, y: 0.3, width: 0.5, height: 0.5 },
];
const head = { x: 0.62, y: 0.4, width: 0.05, height: 0.1 };

it('teaches at once where an object is, and of other places only when nothing was found for seconds', () => {
  const lessons = new Lessons();
  const taught = Array.from({ length: 8 }, (_, index) =>
    lessons.of({
      atMs: 1000 * index,
      moving: [tree, walker, elsewhere],
      regions,
      objects: [{ box: head }],
    }),
  );
  const there = { box: walker, holdsObject: true };
  expect(taught.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => [there]));
  expect(taught.slice(5)).toEqual(
    Array.from({ length: 3 }, () => [{ box: tree, holdsObject: false }, there]),
  );
});

it('forgives a place in which an object was found in between', () => {
  const lessons = new Lessons();
  const look = (atMs: number, objects: readonly { box: typeof tree }[]) =>
    lessons.of({ atMs, moving: [tree], regions, objects });
  for (let atMs = 0; atMs < 5000; atMs += 1000) look(atMs, []);
  expect(look(5000, [{ box: tree }])).toEqual([{ box: tree, holdsObject: true }]);
  expect(look(6000, [])).toEqual([]);
});
