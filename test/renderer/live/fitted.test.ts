import { expect, it } from 'vitest';
import { fitted } from '../../../renderer/live/fitted.ts';

const box = { x: 0.5, y: 0.25, width: 0.25, height: 0.5 };

it('fills an element of the same shape', () => {
  expect(fitted(box, { width: 1280, height: 720 }, { width: 640, height: 360 })).toEqual({
    x: 320,
    y: 90,
    width: 160,
    height: 180,
  });
});

it('leaves bars at the sides of a picture that is narrower than the element', () => {
  expect(fitted(box, { width: 640, height: 480 }, { width: 640, height: 240 })).toEqual({
    x: 320,
    y: 60,
    width: 80,
    height: 120,
  });
});
