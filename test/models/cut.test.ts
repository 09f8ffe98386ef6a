import { describe, expect, it } from 'vitest';
import { cut } from '../../models/cut.ts';
import type { RgbImage } from '../../models/image.ts';

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
