import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../services/contract/box.ts';
import { heightOf, packedWall } from '../../../../renderer/views/home/packed-wall.ts';

const wide = 16 / 9;
const gap = 12;
const rounded = (boxes: readonly Box[]) =>
  boxes.map(({ x, y, width, height }) => [x, y, width, height].map(Math.round));
const wallOf = (width: number, height: number) => ({ width, height, gap });
const coverage = (boxes: readonly Box[], wall: { readonly width: number; readonly height: number }) =>
  boxes.reduce((sum, { width, height }) => sum + width * height, 0) / (wall.width * wall.height);

describe('the wall of cameras', () => {
  it('shows one camera as large as it fits', () => {
    expect(rounded(packedWall([wide], wallOf(800, 450)))).toEqual([[0, 0, 800, 450]]);
    expect(rounded(packedWall([wide], wallOf(1200, 450)))).toEqual([[200, 0, 800, 450]]);
  });

  it('puts two side by side on a wide wall and one above the other on an upright one', () => {
    expect(rounded(packedWall([wide, wide], wallOf(1292, 500)))).toEqual([
      [0, 0, 640, 360],
      [652, 0, 640, 360],
    ]);
    expect(rounded(packedWall([wide, wide], wallOf(640, 1200)))).toEqual([
      [0, 0, 640, 360],
      [0, 372, 640, 360],
    ]);
  });

  it('leaves a doorbell upright beside wide pictures', () => {
    const boxes = packedWall([3 / 4, wide, wide], wallOf(1000, 700));
    expect(boxes.map(({ width, height }) => (width / height).toFixed(3))).toEqual([
      '0.750',
      '1.778',
      '1.778',
    ]);
    expect(boxes[0]?.height).toBeGreaterThan(1.5 * (boxes[1]?.height ?? 0));
    expect(coverage(boxes, wallOf(1000, 700))).toBeGreaterThan(0.8);
  });

  it.each(Array.from({ length: 16 }, (_, index) => index + 1))(
    'has room for %i: all within the wall, in their shape, apart from one another',
    (count) => {
      const shapes = [wide, 4 / 3, 9 / 16, wide, 2.4];
      for (const aspects of [
        Array.from({ length: count }, () => wide),
        Array.from({ length: count }, (_, index) => shapes[index % shapes.length] ?? wide),
      ])
        for (const wall of [wallOf(392, 330), wallOf(760, 460), wallOf(1336, 780), wallOf(720, 1200)]) {
          const boxes = packedWall(aspects, wall);
          expect(boxes).toHaveLength(count);
          for (const [index, { x, y, width, height }] of boxes.entries()) {
            expect(width / height).toBeCloseTo(aspects[index] ?? 0, 6);
            expect(Math.min(x, y, wall.width - x - width, wall.height - y - height)).toBeGreaterThan(-0.01);
          }
          expect(nearest(boxes)).toBeGreaterThan(gap - 0.01);
          expect(coverage(boxes, wall)).toBeGreaterThan(0.3);
        }
    },
  );

  it('takes no more height than its pictures need, and shows nothing without room', () => {
    expect(heightOf(packedWall([wide, wide], wallOf(1292, 500)))).toBeCloseTo(360, 6);
    expect(packedWall([wide], wallOf(0, 0))).toEqual([]);
    expect(packedWall([], wallOf(800, 450))).toEqual([]);
  });
});

/** The smallest distance between two of them. */
function nearest(boxes: readonly Box[]): number {
  const distances = boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .map((b) =>
        Math.max(b.x - a.x - a.width, a.x - b.x - b.width, b.y - a.y - a.height, a.y - b.y - b.height),
      ),
  );
  return Math.min(Infinity, ...distances);
}
