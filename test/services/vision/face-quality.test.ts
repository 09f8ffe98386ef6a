import { expect, it } from 'vitest';
import { faceQuality } from '../../../services/vision/face-quality.ts';

/** 68 points with the eyes `distance` apart and the nose `aside` of their middle. */
function face(distance: number, aside: number): { x: number; y: number }[] {
  const points = Array.from({ length: 68 }, () => ({ x: 0, y: 50 }));
  for (let i = 36; i < 42; i += 1) points[i] = { x: -distance / 2, y: 0 };
  for (let i = 42; i < 48; i += 1) points[i] = { x: distance / 2, y: 0 };
  points[30] = { x: aside, y: 20 };
  return points;
}

it('a large face that looks into the camera is best, a small one or a profile is worthless', () => {
  expect(faceQuality(face(60, 0), 0.9)).toBeCloseTo(0.9);
  expect(faceQuality(face(24, 0), 1)).toBeCloseTo(0.5);
  expect(faceQuality(face(60, 18), 1)).toBeCloseTo(0.5);
  expect(faceQuality(face(60, 40), 1)).toBe(0);
  expect(faceQuality(face(8, 0), 1)).toBe(0);
  expect(faceQuality(face(0, 0), 1)).toBe(0);
});
