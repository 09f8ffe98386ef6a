import { describe, expect, it } from 'vitest';
import { decodeHeic } from '../../../../services/vision/photos/heic.ts';
import { parseHeif } from '../../../../services/vision/photos/heif-file.ts';
import { toByteStream } from '../../../../services/vision/photos/hevc.ts';

function box(type: string, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), ...content]);
  return Buffer.concat([numbers('u32', body.length + 4), body]);
}

function numbers(size: 'u8' | 'u16' | 'u32', ...values: readonly number[]): Buffer {
  const bytes = { u8: 1, u16: 2, u32: 4 }[size];
  return Buffer.concat(
    values.map((value) => Buffer.from(value.toString(16).padStart(2 * bytes, '0'), 'hex')),
  );
}

const fullBox = (type: string, ...content: readonly Uint8Array[]): Buffer =>
  box(type, numbers('u32', 0), ...content);

/** An `iloc` box of version 0 or 1: its version, and what follows. */
const placesBox = (version: 0 | 1, ...content: readonly Uint8Array[]): Buffer =>
  box('iloc', numbers('u8', version, 0, 0, 0), ...content);

/** A file whose main picture is item 1, a grid of item 2, with these places of their data. */
function heif({ iloc, more = [] }: { iloc: Uint8Array; more?: readonly Uint8Array[] }): Uint8Array {
  const entry = (item: number, type: string) =>
    box('infe', numbers('u32', 0x0200_0000), numbers('u16', item, 0), Buffer.from(type, 'latin1'));
  const size = fullBox('ispe', numbers('u32', 16, 16));
  const coding = box('hvcC', Buffer.alloc(23));
  const owner = (item: number) => [numbers('u16', item), numbers('u8', 2, 1, 2)];
  const owners = fullBox('ipma', numbers('u32', 2), ...owner(1), ...owner(2));
  return box(
    'meta',
    numbers('u32', 0),
    fullBox('pitm', numbers('u16', 1)),
    fullBox('iinf', numbers('u16', 2), entry(1, 'grid'), entry(2, 'hvc1')),
    iloc,
    box('iprp', box('ipco', size, coding), owners),
    ...more,
  );
}

describe('a HEIF file made to fill the memory', () => {
  it('is refused when millions of pieces take no byte of it', () => {
    const item = numbers('u16', 1, 0, 0xffff);
    const iloc = placesBox(0, numbers('u16', 0, 3000), ...Array.from({ length: 3000 }, () => item));
    expect(() => parseHeif(heif({ iloc }))).toThrow('The file is in too many pieces.');
  });

  it('is refused when it has the same bytes in an item many times', () => {
    const extents = Array.from({ length: 9000 }, () => numbers('u16', 0, 2000));
    const iloc = placesBox(0, numbers('u16', 0x2200, 1), numbers('u16', 1, 0, 9000), ...extents);
    expect(() => parseHeif(heif({ iloc }))).toThrow('An item has more data than the file.');
  });

  it('is refused when it has the same bytes in many tiles', async () => {
    // A grid of 255 x 256 tiles, all of them item 2, which is the first 2000 bytes of the file.
    const grid = Buffer.concat([numbers('u8', 0, 0, 254, 255), numbers('u16', 4096, 4080)]);
    const places = [numbers('u16', 1, 1, 0, 1, 0, grid.length), numbers('u16', 2, 0, 0, 1, 0, 2000)];
    const ofGrid = numbers('u16', 1, 65_280, ...Array.from({ length: 65_280 }, () => 2));
    const iloc = placesBox(1, numbers('u16', 0x2200, 2), ...places);
    const bytes = heif({
      iloc,
      more: [box('idat', grid), fullBox('iref', box('dimg', ofGrid))],
    });
    await expect(decodeHeic(bytes, 120_000_000)).rejects.toThrow(
      'The same data are used for too many tiles.',
    );
  });

  it('is refused when a tile is nothing but empty units', () => {
    const tile = { configuration: Buffer.alloc(23), data: Buffer.alloc(100_000) };
    expect(() => toByteStream([tile])).toThrow('A picture has too many units.');
  });
});
