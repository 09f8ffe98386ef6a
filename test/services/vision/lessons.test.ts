import { expect, it } from 'vitest';
import { lessonsOf } from '../../../services/vision/lessons.ts';

const tree = { x: 0.1, y: 0.1, width: 0.2, height: 0.2 };
const walker = { x: 0.6, y: 0.4, width: 0.1, height: 0.3 };
const elsewhere = { x: 0.4, y: 0.9, width: 0.05, height: 0.05 };

it('teaches what was looked at, and whether there was an object in it', () => {
  const left = { x: 0, y: 0, width: 0.5, height: 0.5 };
  const right = { x: 0.5, y: 0.3, width: 0.5, height: 0.5 };
  const head = { x: 0.62, y: 0.4, width: 0.05, height: 0.1 };
  expect(lessonsOf([tree, walker, elsewhere], [left, right], [{ box: head }])).toEqual([
    { box: tree, holdsObject: false },
    { box: walker, holdsObject: true },
  ]);
});
