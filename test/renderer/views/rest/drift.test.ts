import { expect, it } from 'vitest';
import { driftAt } from '../../../../renderer/views/rest/drift.ts';

it('moves the clock once a minute, all over its part of the screen, and nowhere stays long', () => {
  const begin = new Date(2026, 10, 23).getTime();
  expect(driftAt(begin)).toEqual(driftAt(begin + 59_000));
  const night = Array.from({ length: 480 }, (_, minute) => driftAt(begin + minute * 60_000));
  expect(Math.max(...night.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]))).toBeLessThanOrEqual(1);
  const corner = ({ x, y }: { readonly x: number; readonly y: number }) => `${x > 0} ${y > 0}`;
  const counts = Map.groupBy(night, corner);
  expect(counts.size).toBe(4);
  for (const minutes of counts.values()) expect(minutes.length).toBeLessThan(150);
  const moved = night.slice(1).filter((each, index) => each.x !== night[index]?.x);
  expect(moved).toHaveLength(479);
});
