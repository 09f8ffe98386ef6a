import { expect, it } from 'vitest';
import { LookAhead } from '../../../../services/hub/playback/look-ahead.ts';

const bytes = Uint8Array.from({ length: 100 }, (_, at) => at);

/** Gives its bytes in pieces of seven, and counts them. */
function reader() {
  const read = { pieces: 0 };
  return {
    counted: read,
    async *read(start: number, end: number): AsyncGenerator<Uint8Array, void, void> {
      for (let at = start; at < end; at += 7) {
        read.pieces += 1;
        yield await Promise.resolve(bytes.subarray(at, Math.min(end, at + 7)));
      }
    },
  };
}

it('reads pieces behind one another, or within one another, and nothing twice', async () => {
  const source = reader();
  const ahead = new LookAhead(source, 90);
  const asked = [
    [0, 8],
    [0, 20],
    [8, 4],
    [50, 8],
    [50, 30],
    [80, 10],
  ] as const;
  for (const [at, length] of asked)
    expect([...(await ahead.read(at, length))]).toEqual([...bytes.subarray(at, at + length)]);
  expect({ size: ahead.size, pieces: source.counted.pieces }).toEqual({ size: 90, pieces: 13 });
});
