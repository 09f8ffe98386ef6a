import { describe, expect, it } from 'vitest';
import { cut } from '../../models/cut.ts';
import type { RgbImage } from '../../models/image.ts';
import { farthest, noise, plainCut } from './plain-pictures.ts';

/** One row of grey pixels. */
function row(...greys: number[]): RgbImage {
  return {
    width: greys.length,
    height: 1,
    data: Uint8Array.from(greys.flatMap((grey) => [grey, grey, grey])),
  };
}

function greys(image: RgbImage): number[] {
  return [...image.data].filter((_, i) => i % 3 === 0);
}

describe('cut', () => {
  it('takes out a part as it is', () => {
    const part = cut(row(1, 2, 3, 4), { x: 1, y: 0, width: 2, height: 1 }, { width: 2, height: 1 });
    expect(greys(part)).toEqual([2, 3]);
  });

  it('averages the area when it shrinks, by parts of pixels too', () => {
    const half = cut(row(0, 100, 200, 40), { x: 0, y: 0, width: 4, height: 1 }, { width: 2, height: 1 });
    expect(greys(half)).toEqual([50, 120]);
    const third = cut(row(0, 90, 180), { x: 0, y: 0, width: 3, height: 1 }, { width: 2, height: 1 });
    expect(greys(third)).toEqual([30, 150]);
  });

  it('goes between the pixels when it grows', () => {
    const grown = cut(row(0, 100), { x: 0.5, y: 0.25, width: 1, height: 0.5 }, { width: 4, height: 1 });
    expect(greys(grown)).toEqual([13, 38, 63, 88]);
  });

  it('is black outside the picture', () => {
    const wide = cut(row(80, 80), { x: -2, y: 0, width: 6, height: 1 }, { width: 6, height: 1 });
    expect(greys(wide)).toEqual([0, 0, 80, 80, 0, 0]);
    const shrunk = cut(row(80, 80), { x: -2, y: 0, width: 6, height: 1 }, { width: 3, height: 1 });
    expect(greys(shrunk)).toEqual([0, 80, 0]);
  });
});

describe('cut, against the same written plainly', () => {
  const image = noise(83, 61, 5);
  it.each([
    ['the whole', { x: 0, y: 0, width: 83, height: 61 }, { width: 83, height: 61 }],
    ['shrunk by parts of pixels', { x: 3.4, y: 2.7, width: 71.3, height: 50.1 }, { width: 33, height: 17 }],
    ['shrunk to a few pixels', { x: 0, y: 0, width: 83, height: 61 }, { width: 3, height: 2 }],
    ['shrunk to one pixel', { x: 0, y: 0, width: 83, height: 61 }, { width: 1, height: 1 }],
    ['grown', { x: 40.2, y: 30.9, width: 13.7, height: 9.2 }, { width: 61, height: 35 }],
    ['one side grown, one shrunk', { x: 4, y: 5, width: 60, height: 11 }, { width: 20, height: 40 }],
    ['reaching out on all sides', { x: -20, y: -9, width: 130, height: 99 }, { width: 45, height: 41 }],
    ['grown over the corner', { x: 78, y: 57, width: 9, height: 8 }, { width: 29, height: 31 }],
    ['all outside', { x: 200, y: -90, width: 20, height: 30 }, { width: 7, height: 5 }],
  ])('%s', (_, box, size) => {
    expect(farthest(cut(image, box, size), plainCut(image, box, size))).toBeLessThanOrEqual(1);
  });

  it('a large picture, laid strip by strip', () => {
    const large = noise(900, 700, 8);
    const box = { x: 10.5, y: 3.2, width: 880, height: 690 };
    const size = { width: 200, height: 150 };
    expect(farthest(cut(large, box, size), plainCut(large, box, size))).toBeLessThanOrEqual(1);
  });

  it('keeps a flat picture flat', () => {
    const flat = { width: 50, height: 50, data: new Uint8Array(7500).fill(201) };
    const box = { x: 1.3, y: 2.1, width: 47.7, height: 45.2 };
    expect(new Set(cut(flat, box, { width: 17, height: 13 }).data)).toEqual(new Set([201]));
    expect(new Set(cut(flat, box, { width: 99, height: 98 }).data)).toEqual(new Set([201]));
  });
});
