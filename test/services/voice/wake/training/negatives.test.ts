import { describe, expect, it } from 'vitest';
import { decodeNegatives, encodeNegatives } from '../../../../../services/voice/wake/training/negatives.ts';
import { SeededRandom } from '../../../../../services/voice/wake/training/seeded-random.ts';

describe('packed negatives', () => {
  it('come back within half a step of a fifth of their deviation', () => {
    const random = new SeededRandom(8);
    const streams = [40, 3].map((count) =>
      Float32Array.from({ length: count * 96 }, (_, i) => 5 + (i % 96) * random.normal()),
    );
    const packed = encodeNegatives({ embedding: 'abc', streams });
    const unpacked = decodeNegatives(packed);
    expect(unpacked.embedding).toBe('abc');
    expect(unpacked.streams.map((stream) => stream.length)).toEqual([40 * 96, 3 * 96]);
    const errors = streams.flatMap((stream, s) =>
      Array.from(
        stream,
        (value, i) => Math.abs(value - (unpacked.streams[s]?.[i] ?? 0)) / Math.max(1, i % 96),
      ),
    );
    expect(Math.max(...errors)).toBeLessThan(0.2);
  });

  it('are told to be damaged', () => {
    expect(() => decodeNegatives(Uint8Array.of(1, 2, 3))).toThrow('are damaged');
  });
});
