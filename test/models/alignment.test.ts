import { describe, expect, it } from 'vitest';
import { apply, fitSimilarity, invert, type Point, warp } from '../../models/alignment.ts';
import type { RgbImage } from '../../models/image.ts';
import { farthest, noise, plainWarp } from './plain-pictures.ts';

const points: readonly Point[] = [
  { x: 0, y: 0 },
  { x: 4, y: 1 },
  { x: 2, y: 5 },
];

function expectClose(found: readonly Point[], wanted: readonly Point[]): void {
  for (const [i, point] of found.entries()) {
    expect(point.x).toBeCloseTo(wanted[i]?.x ?? NaN, 6);
    expect(point.y).toBeCloseTo(wanted[i]?.y ?? NaN, 6);
  }
}

describe('fitSimilarity', () => {
  it('finds the rotation, scale and shift that made the points', () => {
    const made = { a: 0.5, b: -1.2, shiftX: 7, shiftY: -3 };
    const found = fitSimilarity(
      points,
      points.map((point) => apply(made, point)),
    );
    for (const key of ['a', 'b', 'shiftX', 'shiftY'] as const) expect(found[key]).toBeCloseTo(made[key], 6);
  });

  it('is undone by its inverse', () => {
    const made = { a: 0.5, b: -1.2, shiftX: 7, shiftY: -3 };
    expectClose(
      points.map((point) => apply(invert(made), apply(made, point))),
      points,
    );
  });
});

/** Red is the column, green the row. */
function ramp(width: number, height: number): RgbImage {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => {
    const pixel = Math.floor(i / 3);
    return i % 3 === 0 ? pixel % width : i % 3 === 1 ? Math.floor(pixel / width) : 0;
  });
  return { width, height, data };
}

describe('warp', () => {
  it('takes the pixels as they are when nothing is turned or scaled', () => {
    const square = warp(ramp(8, 8), { a: 1, b: 0, shiftX: -2, shiftY: -3 }, 2);
    expect([...square.data]).toEqual([2, 3, 0, 3, 3, 0, 2, 4, 0, 3, 4, 0]);
  });

  it('turns by a quarter', () => {
    // (x, y) of the picture goes to (-y + 2, x): what was at the bottom left is at the top left.
    const square = warp(ramp(2, 2), { a: 0, b: 1, shiftX: 2, shiftY: 0 }, 2);
    expect([...square.data]).toEqual([0, 1, 0, 0, 0, 0, 1, 1, 0, 1, 0, 0]);
  });

  it('averages when it shrinks, so that a fine pattern becomes grey', () => {
    const size = 256;
    const stripes = { width: size, height: size, data: new Uint8Array(size * size * 3) };
    stripes.data.forEach((_, i) => (stripes.data[i] = Math.floor(i / 3) % 2 === 0 ? 0 : 200));
    const square = warp(stripes, { a: 1 / 8, b: 0, shiftX: 0, shiftY: 0 }, 32);
    expect(Math.min(...square.data)).toBeGreaterThanOrEqual(99);
    expect(Math.max(...square.data)).toBeLessThanOrEqual(101);
  });

  it('keeps places when it shrinks', () => {
    const square = warp(ramp(200, 200), { a: 0.25, b: 0, shiftX: -5, shiftY: -10 }, 20);
    // The middle of the square is at (10 + 5) · 4 = 60 and (10 + 10) · 4 = 80.
    const at = (10 * 20 + 10) * 3;
    expect(Math.abs((square.data[at] ?? 0) - 61.5)).toBeLessThanOrEqual(1);
    expect(Math.abs((square.data[at + 1] ?? 0) - 81.5)).toBeLessThanOrEqual(1);
  });

  it('repeats the edge beyond the picture', () => {
    const square = warp(ramp(2, 1), { a: 1, b: 0, shiftX: 2, shiftY: 0 }, 4);
    expect([...square.data.subarray(0, 12)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0]);
  });
});

describe('warp, against the same written plainly', () => {
  const image = noise(90, 70, 4);
  it.each([
    ['as it is', { a: 1, b: 0, shiftX: 0, shiftY: 0 }],
    ['turned and grown', { a: 2.1, b: -1.3, shiftX: -40, shiftY: 12 }],
    ['turned and a little shrunk', { a: 0.6, b: 0.4, shiftX: -12, shiftY: -20 }],
    ['upside down', { a: -1, b: 0.1, shiftX: 70, shiftY: 60 }],
    ['over the corner', { a: 1, b: 0.2, shiftX: -80, shiftY: -75 }],
    ['beyond the left edge', { a: 1, b: 0, shiftX: 500, shiftY: 10 }],
    ['far beyond the bottom', { a: 1, b: 0, shiftX: 0, shiftY: -90_000 }],
  ])('%s', (_, toSquare) => {
    expect(farthest(warp(image, toSquare, 40), plainWarp(image, toSquare, 40))).toBeLessThanOrEqual(1);
  });

  it('is black where there is nothing to show', () => {
    const { data } = warp(image, { a: Infinity, b: 0, shiftX: Number.NaN, shiftY: 0 }, 8);
    expect(new Set(data)).toEqual(new Set([0]));
  });
});
