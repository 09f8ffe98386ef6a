import { ByteReader } from './byte-reader.ts';

/** A box of the ISO base media file format (ISO/IEC 14496-12): its type, and what is in it. */
export interface BoxOfBytes {
  readonly type: string;
  readonly content: Uint8Array;
}

export function boxesIn(bytes: Uint8Array): readonly BoxOfBytes[] {
  const reader = new ByteReader(bytes);
  const boxes: BoxOfBytes[] = [];
  while (reader.left >= 8) {
    const short = reader.number(4);
    const type = reader.text(4);
    // 1: the size follows in 8 bytes. 0: to the end.
    const size = short === 1 ? reader.number(8) - 16 : short === 0 ? reader.left : short - 8;
    boxes.push({ type, content: reader.bytes(size) });
  }
  return boxes;
}

export function boxIn(boxes: readonly BoxOfBytes[], type: string): BoxOfBytes {
  const box = boxes.find((one) => one.type === type);
  if (!box) throw new Error(`There is no ${type} box.`);
  return box;
}

/** Photos have some hundred items, each in a piece or two. Pieces may take no byte of the file, so that it alone does not bound them. */
const mostPieces = 65_536;

interface Place {
  readonly inFile: boolean;
  readonly extents: readonly { readonly offset: number; readonly length: number }[];
}

/** The items of a HEIF file: pictures, tiles and the grid that puts them together. */
export class HeifItems {
  readonly primary: number;
  readonly #file: Uint8Array;
  readonly #meta: readonly BoxOfBytes[];
  readonly #types: ReadonlyMap<number, string>;
  readonly #places: ReadonlyMap<number, Place>;
  readonly #properties: ReadonlyMap<number, readonly BoxOfBytes[]>;

  constructor(file: Uint8Array, meta: readonly BoxOfBytes[]) {
    this.#file = file;
    this.#meta = meta;
    const { version, reader } = versioned(boxIn(meta, 'pitm'));
    this.primary = reader.number(version === 0 ? 2 : 4);
    this.#types = typesIn(boxIn(meta, 'iinf'));
    this.#places = placesIn(boxIn(meta, 'iloc'));
    this.#properties = propertiesIn(boxesIn(boxIn(meta, 'iprp').content));
  }

  typeOf(item: number): string {
    return this.#types.get(item) ?? 'nothing';
  }

  propertiesOf(item: number): readonly BoxOfBytes[] {
    return this.#properties.get(item) ?? [];
  }

  dataOf(item: number): Uint8Array {
    const place = this.#places.get(item);
    if (!place) throw new Error('An item has no data.');
    const source = place.inFile ? this.#file : boxIn(this.#meta, 'idat').content;
    if (place.extents.reduce((sum, { length }) => sum + length, 0) > source.length)
      throw new RangeError('An item has more data than the file.');
    const parts = place.extents.map(({ offset, length }) => {
      if (offset + length > source.length) throw new RangeError('The data end too early.');
      return source.subarray(offset, offset + length);
    });
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
  }

  /** The tiles of a grid, row by row. */
  partsOf(item: number): readonly number[] {
    const { version, reader } = versioned(boxIn(this.#meta, 'iref'));
    const size = version === 0 ? 2 : 4;
    for (const { type, content } of boxesIn(reader.bytes(reader.left))) {
      const reference = new ByteReader(content);
      if (reference.number(size) !== item || type !== 'dimg') continue;
      return Array.from({ length: reference.number(2) }, () => reference.number(size));
    }
    return [];
  }
}

function versioned({ content }: BoxOfBytes): { version: number; flags: number; reader: ByteReader } {
  const reader = new ByteReader(content);
  return { version: reader.number(1), flags: reader.number(3), reader };
}

function typesIn(box: BoxOfBytes): ReadonlyMap<number, string> {
  const { version, reader } = versioned(box);
  reader.number(version === 0 ? 2 : 4);
  const types = new Map<number, string>();
  for (const entry of boxesIn(reader.bytes(reader.left))) {
    const info = versioned(entry);
    if (info.version < 2) continue;
    const item = info.reader.number(info.version === 2 ? 2 : 4);
    info.reader.number(2);
    types.set(item, info.reader.text(4));
  }
  return types;
}

function placesIn(box: BoxOfBytes): ReadonlyMap<number, Place> {
  const { version, reader } = versioned(box);
  const sizes = reader.number(2);
  const [offsetSize, lengthSize, baseSize] = [(sizes >> 12) & 15, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version > 0 ? sizes & 15 : 0;
  const idSize = version < 2 ? 2 : 4;
  const places = new Map<number, Place>();
  let pieces = 0;
  for (let count = reader.number(idSize); count > 0; count -= 1) {
    const item = reader.number(idSize);
    const method = version > 0 ? reader.number(2) & 15 : 0;
    reader.number(2);
    const base = reader.number(baseSize);
    const extentCount = reader.number(2);
    pieces += 1 + extentCount;
    if (pieces > mostPieces) throw new RangeError('The file is in too many pieces.');
    const extents = Array.from({ length: extentCount }, () => {
      reader.number(indexSize);
      return { offset: base + reader.number(offsetSize), length: reader.number(lengthSize) };
    });
    if (method < 2) places.set(item, { inFile: method === 0, extents });
  }
  return places;
}

function propertiesIn(iprp: readonly BoxOfBytes[]): ReadonlyMap<number, readonly BoxOfBytes[]> {
  const all = boxesIn(boxIn(iprp, 'ipco').content);
  const properties = new Map<number, readonly BoxOfBytes[]>();
  for (const box of iprp.filter(({ type }) => type === 'ipma')) {
    const { version, flags, reader } = versioned(box);
    for (let count = reader.number(4); count > 0; count -= 1) {
      const item = reader.number(version === 0 ? 2 : 4);
      // The highest bit says only whether a reader must know the property.
      const indices = Array.from({ length: reader.number(1) }, () =>
        (flags & 1) === 1 ? reader.number(2) & 0x7fff : reader.number(1) & 0x7f,
      );
      properties.set(
        item,
        indices.flatMap((index) => all[index - 1] ?? []),
      );
    }
  }
  return properties;
}
