/** A box of an MP4 file (ISO/IEC 14496-12): its four letters and what is in it. */
export interface Mp4Box {
  readonly type: string;
  readonly body: Uint8Array;
}

const HEADER = 8;
const LONG_HEADER = 16;
/** Nothing that a camera sends as one picture comes near this; a longer box is not one of ffmpeg's. */
const LONGEST_BOX = 64 * 1024 * 1024;

/** Cuts a byte stream into top-level boxes. */
export class Mp4Splitter {
  #parts: Uint8Array[] = [];
  #held = 0;
  #wanted = HEADER;

  /** Takes the next bytes; gives the boxes that they complete. Throws RangeError on what is no MP4. */
  push(chunk: Uint8Array): readonly Mp4Box[] {
    this.#parts.push(chunk);
    this.#held += chunk.length;
    const boxes: Mp4Box[] = [];
    while (this.#held >= this.#wanted) {
      const bytes = this.#joined();
      const size = sizeOf(bytes);
      this.#wanted = size;
      if (bytes.length < size) break;
      boxes.push(boxAt(bytes, 0, size));
      this.#keep(bytes.subarray(size));
    }
    return boxes;
  }

  #joined(): Uint8Array {
    const [only] = this.#parts;
    const bytes = this.#parts.length === 1 && only !== undefined ? only : Buffer.concat(this.#parts);
    this.#parts = [bytes];
    return bytes;
  }

  #keep(rest: Uint8Array): void {
    this.#parts = rest.length === 0 ? [] : [rest];
    this.#held = rest.length;
    this.#wanted = HEADER;
  }
}

/** The boxes that a box holds. */
export function* boxesIn(body: Uint8Array): Generator<Mp4Box, void, undefined> {
  let at = 0;
  while (at + HEADER <= body.length) {
    const size = sizeOf(body.subarray(at));
    if (at + size > body.length) return;
    yield boxAt(body, at, size);
    at += size;
  }
}

/** The first box on a path of types, such as `['trak', 'mdia', 'mdhd']`; null when there is none. */
export function boxUnder(body: Uint8Array, path: readonly string[]): Uint8Array | null {
  const [type, ...rest] = path;
  if (type === undefined) return body;
  for (const box of boxesIn(body)) {
    const found = box.type === type ? boxUnder(box.body, rest) : null;
    if (found !== null) return found;
  }
  return null;
}

/** The big-endian numbers of a box. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function sizeOf(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  const short = view.getUint32(0);
  const size = short === 1 && bytes.length >= LONG_HEADER ? Number(view.getBigUint64(8)) : short;
  // The head of a long box that is not whole yet: its size is asked for again.
  if (short === 1 && bytes.length < LONG_HEADER) return LONG_HEADER;
  if (size < HEADER || size > LONGEST_BOX) throw new RangeError(`a box of ${size} bytes is no MP4`);
  return size;
}

function boxAt(bytes: Uint8Array, at: number, size: number): Mp4Box {
  const type = String.fromCharCode(...bytes.subarray(at + 4, at + HEADER));
  const long = viewOf(bytes).getUint32(at) === 1;
  return { type, body: bytes.subarray(at + (long ? LONG_HEADER : HEADER), at + size) };
}
