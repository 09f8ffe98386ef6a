import { describe, expect, it } from 'vitest';
import { leavingAfter, secondsLeft } from '../../../../renderer/views/people/leaving.ts';
import { PersonId } from '../../../../services/contract/identifiers.ts';

const person = (id: string, leavesAtMs: number | null = null) => ({
  id: PersonId.parse(id),
  name: id.toUpperCase(),
  leavesAtMs,
});
const soon = (id: string, leavesAtMs: number) => ({
  kind: 'soon' as const,
  personId: PersonId.parse(id),
  name: id.toUpperCase(),
  leavesAtMs,
});
const ended = (kind: 'erased' | 'kept', id: string, sinceMs: number) => ({
  kind,
  personId: PersonId.parse(id),
  name: id.toUpperCase(),
  sinceMs,
});

describe('what is said of somebody who is being erased', () => {
  it('is nothing while everybody stays', () => {
    const before: [] = [];
    expect(leavingAfter(before, [person('anna')], 0)).toBe(before);
  });

  it('is that they leave, then that they were erased, then nothing', () => {
    const leaves = leavingAfter([], [person('anna', 10_000), person('bernd')], 0);
    expect(leaves).toEqual([soon('anna', 10_000)]);
    expect(leavingAfter(leaves, [person('anna', 10_000), person('bernd')], 4000)).toBe(leaves);
    const erased = leavingAfter(leaves, [person('bernd')], 10_000);
    expect(erased).toEqual([ended('erased', 'anna', 10_000)]);
    expect(leavingAfter(erased, [person('bernd')], 17_999)).toBe(erased);
    expect(leavingAfter(erased, [person('bernd')], 18_000)).toEqual([]);
  });

  it('is that they stay when it was taken back, and that they leave when they are erased again', () => {
    const kept = leavingAfter([soon('anna', 10_000)], [person('anna')], 3000);
    expect(kept).toEqual([ended('kept', 'anna', 3000)]);
    expect(leavingAfter(kept, [person('anna', 15_000)], 5000)).toEqual([soon('anna', 15_000)]);
  });

  it('is said of each of several', () => {
    const before = [soon('anna', 10_000), soon('bernd', 12_000)];
    expect(leavingAfter(before, [person('bernd', 12_000)], 10_000)).toEqual([
      ended('erased', 'anna', 10_000),
      soon('bernd', 12_000),
    ]);
  });
});

it.each([
  [10_000, 0, 10],
  [10_000, 9001, 1],
  [10_000, 10_000, 0],
  [10_000, 99_000, 0],
  [99_000, 0, 10],
])('counts from %i at %i down as %i s, whatever the clocks say', (leavesAtMs, nowMs, seconds) => {
  expect(secondsLeft(leavesAtMs, nowMs)).toBe(seconds);
});
