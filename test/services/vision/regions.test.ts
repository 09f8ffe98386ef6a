import { describe, expect, it } from 'vitest';
import { shareInside } from '../../../services/vision/box-geometry.ts';
import { regionsOf } from '../../../services/vision/regions.ts';

const walker = { x: 0.4, y: 0.3, width: 0.1, height: 0.4 };
const hand = { x: 0.48, y: 0.45, width: 0.02, height: 0.03 };

describe('regionsOf', () => {
  it('looks nowhere when nothing moves and nothing is due', () => {
    expect(regionsOf([], [walker], [])).toEqual([]);
  });

  it('gives a small thing its surroundings', () => {
    const [region] = regionsOf([{ x: 0.5, y: 0.5, width: 0.02, height: 0.02 }], [], []);
    expect(region?.x).toBeCloseTo(0.36);
    expect(region?.y).toBeCloseTo(0.26);
    expect(region?.width).toBeCloseTo(0.3);
    expect(region?.height).toBeCloseTo(0.5);
  });

  it('stays in the frame without getting smaller', () => {
    const [region] = regionsOf([{ x: 0.98, y: 0, width: 0.02, height: 0.02 }], [], []);
    expect([region?.x, region?.y, region?.width.toFixed(2), region?.height]).toEqual([0.7, 0, '0.30', 0.5]);
  });

  it('looks at the whole person when a hand waves', () => {
    const [region] = regionsOf([hand], [walker], []);
    expect(region === undefined ? 0 : shareInside(walker, region)).toBeCloseTo(1);
  });

  it('joins what lies together and keeps apart what does not', () => {
    const near = { x: 0.45, y: 0.3, width: 0.1, height: 0.4 };
    expect(regionsOf([walker, near], [], [])).toHaveLength(1);
    expect(
      regionsOf(
        [
          { ...walker, x: 0 },
          { ...walker, x: 0.9 },
        ],
        [],
        [],
      ),
    ).toHaveLength(2);
  });

  it('looks at all at once rather than at many places', () => {
    const specks = [0, 0.33, 0.66].flatMap((x) => [0, 0.9].map((y) => ({ x, y, width: 0.01, height: 0.01 })));
    expect(regionsOf(specks, [], [])).toHaveLength(1);
  });
});
