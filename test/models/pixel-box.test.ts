import { expect, it } from 'vitest';
import { intersectionOverUnion, suppressOverlaps } from '../../models/pixel-box.ts';

const box = { x: 0, y: 0, width: 10, height: 10, score: 0.5 };

it('intersectionOverUnion is the common share', () => {
  expect(intersectionOverUnion(box, box)).toBe(1);
  expect(intersectionOverUnion(box, { ...box, x: 5 })).toBeCloseTo(1 / 3);
  expect(intersectionOverUnion(box, { ...box, x: 10 })).toBe(0);
});

it('suppressOverlaps keeps the most certain of those that overlap', () => {
  const better = { ...box, x: 1, score: 0.9 };
  const aside = { ...box, x: 8, score: 0.7 };
  expect(suppressOverlaps([box, better, aside], 0.3)).toEqual([better, aside]);
});
