import { describe, expect, it } from 'vitest';
import { crossingsAt, fillPolygon } from '../../../../services/vision/zones/polygon.ts';

const triangle = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 0, y: 1 },
];
/** A square ring: the outline goes round the outside, in by a seam, round the inside the same way, and out again. */
const ring = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
  { x: 0, y: 0 },
  { x: 0.25, y: 0.25 },
  { x: 0.75, y: 0.25 },
  { x: 0.75, y: 0.75 },
  { x: 0.25, y: 0.75 },
  { x: 0.25, y: 0.25 },
];

function drawn(polygon: typeof triangle, width: number, height: number): string[] {
  const cells = new Uint8Array(width * height);
  fillPolygon(polygon, { width, height, cells }, 1);
  return Array.from({ length: height }, (_, row) =>
    [...cells.subarray(row * width, (row + 1) * width)].map((cell) => (cell === 1 ? '#' : '.')).join(''),
  );
}

describe('crossingsAt', () => {
  it('gives pairs from left to right, also through a corner', () => {
    expect(crossingsAt(triangle, 0.25)).toEqual([0, 0.75]);
    expect(crossingsAt(triangle, 0)).toEqual([0, 1]);
    expect(crossingsAt(triangle, 1)).toEqual([]);
    expect(crossingsAt(ring, 0.5)).toEqual([0, 0.25, 0.75, 1]);
  });
});

describe('fillPolygon', () => {
  it('takes the cells whose middle is inside', () => {
    expect(drawn(triangle, 4, 4)).toEqual(['###.', '##..', '#...', '....']);
  });

  it('fills by the even-odd rule: a ring has a hole, a bow tie has two wings', () => {
    expect(drawn(ring, 8, 4)).toEqual(['########', '##....##', '##....##', '########']);
    const bow = [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
      { x: 1, y: 0 },
      { x: 0, y: 1 },
    ];
    expect(drawn(bow, 8, 4)).toEqual(['#......#', '###..###', '###..###', '#......#']);
  });

  it('leaves the grid alone where a sliver covers no middle', () => {
    const sliver = [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
      { x: 1, y: 0.01 },
    ];
    expect(drawn(sliver, 4, 2)).toEqual(['....', '....']);
  });
});
