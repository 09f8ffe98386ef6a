import { describe, expect, it } from 'vitest';
import { readBitmap } from '../../../services/evaluate/bitmap.ts';
import { bitmapOf } from './sequence-folder.ts';

/** A bitmap of 3×2 pixels: the header, then what is given as palette and rows. */
function smallBitmap(bits: number, body: readonly number[], height = 2): Uint8Array {
  const palette = bits <= 8 ? 4 * 2 ** bits : 0;
  const header = Buffer.alloc(54);
  header.write('BM', 0, 'latin1');
  header.writeUInt32LE(54 + palette, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(3, 18);
  header.writeInt32LE(height, 22);
  header.writeUInt16LE(bits, 28);
  return Buffer.concat([header, Buffer.from(body)]);
}

describe('readBitmap', () => {
  it('reads 8 bits with a palette, rows from the bottom up', () => {
    const bytes = bitmapOf(5, 3, (x, y) => 10 * x + y);
    expect(readBitmap(bytes)).toEqual({
      width: 5,
      height: 3,
      data: Uint8Array.from([0, 10, 20, 30, 40, 1, 11, 21, 31, 41, 2, 12, 22, 32, 42]),
    });
  });

  it('reads 1 bit with a palette', () => {
    const palette = [0, 0, 0, 0, 255, 255, 255, 0];
    const picture = readBitmap(smallBitmap(1, [...palette, 0b10100000, 0, 0, 0, 0b01000000, 0, 0, 0]));
    expect(picture?.data).toEqual(Uint8Array.from([0, 255, 0, 255, 0, 255]));
  });

  it('reads 24 bits, also with rows from the top', () => {
    const row = (...levels: number[]) => [...levels.flatMap((level) => [level, level, level]), 0, 0, 0];
    const picture = readBitmap(smallBitmap(24, [...row(1, 2, 3), ...row(4, 5, 6)], -2));
    expect(picture?.data).toEqual(Uint8Array.from([1, 2, 3, 4, 5, 6]));
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['another format', Buffer.from('\x89PNG and then more than fifty-four bytes of something else entirely')],
    ['a bitmap that ends too early', bitmapOf(5, 3, () => 1).subarray(0, 1080)],
  ])('refuses %s', (_, bytes) => {
    expect(readBitmap(bytes)).toBeNull();
  });
});
