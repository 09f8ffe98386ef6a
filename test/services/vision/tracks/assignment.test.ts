import { describe, expect, it } from 'vitest';
import { assign } from '../../../../services/vision/tracks/assignment.ts';
import { seeded } from './acted-scene.ts';

const never = Number.POSITIVE_INFINITY;

/** The least sum, by trying everything. */
function leastSum(
  costs: readonly (readonly number[])[],
  alone: number,
  taken: readonly number[] = [],
): number {
  const [row, ...rest] = costs;
  if (row === undefined) return 0;
  const pairs = row.map((cost, column) =>
    taken.includes(column) ? never : cost + leastSum(rest, alone, [...taken, column]),
  );
  return Math.min(alone + leastSum(rest, alone, taken), ...pairs);
}

describe('assign', () => {
  it('takes the least sum rather than the best pair first', () => {
    expect(
      assign(
        [
          [0.1, 0.2],
          [0.2, 0.9],
        ],
        1,
      ),
    ).toEqual([1, 0]);
  });

  it('leaves alone what has no partner, or none that is cheap enough', () => {
    expect(assign([[0.1], [0.2]], 1)).toEqual([0, null]);
    expect(assign([[never, 1.5]], 1)).toEqual([null]);
    expect(assign([], 1)).toEqual([]);
    expect(assign([[], []], 1)).toEqual([null, null]);
  });

  it('is never worse than trying everything, and gives no column twice, for 500 tables', () => {
    const random = seeded(7);
    for (let table = 0; table < 500; table += 1) {
      const [rows, columns] = [1 + Math.floor(random() * 5), Math.floor(random() * 6)];
      const costs = Array.from({ length: rows }, () =>
        Array.from({ length: columns }, () => (random() < 0.25 ? never : random() * 1.5 - 0.2)),
      );
      const taken = assign(costs, 1);
      const used = taken.filter((column) => column !== null);
      expect(new Set(used).size).toBe(used.length);
      const sum = taken.reduce(
        (total: number, column, row) => total + (column === null ? 1 : (costs[row]?.[column] ?? never)),
        0,
      );
      expect(sum).toBeCloseTo(leastSum(costs, 1), 9);
    }
  });
});
