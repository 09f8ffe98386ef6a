import { expect, it } from 'vitest';
import { squareAround } from '../../../../renderer/views/enrol/portrait-picture.ts';

it('cuts a square with the head around the face', () => {
  expect(squareAround({ x: 0.4, y: 0.4, width: 0.1, height: 0.2 }, 1000, 500)).toEqual({
    left: 375,
    top: 175,
    size: 150,
  });
});

it('stays within the picture, and is never larger than it', () => {
  expect(squareAround({ x: 0.95, y: 0, width: 0.1, height: 0.2 }, 1000, 500)).toEqual({
    left: 850,
    top: 0,
    size: 150,
  });
  expect(squareAround({ x: 0, y: 0, width: 1, height: 1 }, 1000, 500)).toEqual({
    left: 250,
    top: 0,
    size: 500,
  });
});
