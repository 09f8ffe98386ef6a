import { ByteReader } from './byte-reader.ts';
import { type BoxOfBytes, boxIn, boxesIn, HeifItems } from './heif-items.ts';

/** A coded picture: what its decoder must know first, and its data. */
export interface HeifTile {
  /** The `hvcC` record: ISO/IEC 14496-15, 8.3.3.1. */
  readonly configuration: Uint8Array;
  readonly data: Uint8Array;
}

export type HeifTransform =
  | { readonly kind: 'turn'; /** Counter-clockwise. */ readonly quarters: number }
  | { readonly kind: 'mirror'; readonly direction: 'up-down' | 'left-right' };

/** The main picture of a HEIF file: tiles of one size, row by row, cut to the picture's size. */
export interface HeifPicture {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly tileWidth: number;
  readonly tileHeight: number;
  readonly tiles: readonly HeifTile[];
  /** To be done in this order. */
  readonly transforms: readonly HeifTransform[];
}

/**
 * Reads the container of a HEIF file (ISO/IEC 23008-12) as far as photos need it: a single HEVC picture or a grid of
 * them. Throws on anything else, and on damage.
 */
export function parseHeif(bytes: Uint8Array): HeifPicture {
  const meta = boxIn(boxesIn(bytes), 'meta');
  const items = new HeifItems(bytes, boxesIn(meta.content.subarray(4)));
  const main = items.primary;
  const size = sizeOf(items.propertiesOf(main));
  const transforms = transformsOf(items.propertiesOf(main));
  if (items.typeOf(main) === 'hvc1') {
    const tiles = [tileOf(items, main)];
    return { ...size, columns: 1, tileWidth: size.width, tileHeight: size.height, tiles, transforms };
  }
  if (items.typeOf(main) !== 'grid') throw new Error(`The main picture is a ${items.typeOf(main)}.`);
  const grid = gridOf(items.dataOf(main));
  const parts = items.partsOf(main);
  const [first] = parts;
  if (first === undefined || parts.length !== grid.rows * grid.columns) throw new Error('Tiles are missing.');
  const tile = sizeOf(items.propertiesOf(first));
  return {
    width: grid.width,
    height: grid.height,
    columns: grid.columns,
    tileWidth: tile.width,
    tileHeight: tile.height,
    tiles: parts.map((part) => tileOf(items, part)),
    transforms,
  };
}

function tileOf(items: HeifItems, item: number): HeifTile {
  if (items.typeOf(item) !== 'hvc1') throw new Error(`A tile is a ${items.typeOf(item)}.`);
  return { configuration: boxIn(items.propertiesOf(item), 'hvcC').content, data: items.dataOf(item) };
}

function sizeOf(properties: readonly BoxOfBytes[]): { width: number; height: number } {
  const reader = new ByteReader(boxIn(properties, 'ispe').content);
  reader.number(4);
  return { width: reader.number(4), height: reader.number(4) };
}

function gridOf(data: Uint8Array): { rows: number; columns: number; width: number; height: number } {
  const reader = new ByteReader(data);
  reader.number(1);
  const long = (reader.number(1) & 1) === 1 ? 4 : 2;
  const rows = reader.number(1) + 1;
  const columns = reader.number(1) + 1;
  return { rows, columns, width: reader.number(long), height: reader.number(long) };
}

function transformsOf(properties: readonly BoxOfBytes[]): readonly HeifTransform[] {
  return properties.flatMap(({ type, content }): HeifTransform[] => {
    const value = content[0] ?? 0;
    if (type === 'irot') return [{ kind: 'turn', quarters: value & 3 }];
    if (type === 'imir') return [{ kind: 'mirror', direction: (value & 1) === 1 ? 'left-right' : 'up-down' }];
    return [];
  });
}
