import { describe, expect, it } from 'vitest';
import { Arena } from '../../../../services/vision/motion/arena.ts';

describe('Arena', () => {
  it('hands out pieces that do not overlap, guards included, each on its own line of the cache', () => {
    const arena = new Arena(10_000);
    const pieces = [
      { array: arena.bytes(10), guard: 0 },
      { array: arena.bytes(100, 70), guard: 70 },
      { array: arena.clamped(1), guard: 0 },
      { array: arena.int16(33, 20), guard: 40 },
      { array: arena.uint32(5), guard: 0 },
      { array: arena.bytes(1), guard: 0 },
    ];
    let taken = 0;
    for (const { array, guard } of pieces) {
      expect(array.byteOffset - guard).toBeGreaterThanOrEqual(taken);
      expect(array.byteOffset % 64).toBe(0);
      taken = array.byteOffset + array.byteLength + guard;
    }
  });

  it('knows its own', () => {
    const arena = new Arena(1000);
    expect([arena.holds(arena.bytes(8)), arena.holds(new Uint8Array(8))]).toEqual([true, false]);
  });

  it('says when it is full', () => {
    const arena = new Arena(65_536);
    arena.bytes(65_000);
    expect(() => arena.bytes(1000)).toThrow(RangeError);
  });
});
