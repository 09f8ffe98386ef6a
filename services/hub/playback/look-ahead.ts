import type { ClipReader } from '../../contract/clip.ts';

const WINDOW_BYTES = 8192;

/** Reads small pieces of a clip, one behind the other, without opening the same part of it each time. */
export class LookAhead {
  readonly size: number;
  readonly #reader: Pick<ClipReader, 'read'>;
  #window: Uint8Array = new Uint8Array();
  #from = 0;

  constructor(reader: Pick<ClipReader, 'read'>, size: number) {
    this.#reader = reader;
    this.size = size;
  }

  /** Throws what the reader throws. The piece must lie within the clip. */
  async read(at: number, length: number): Promise<Uint8Array> {
    if (at < this.#from || at + length > this.#from + this.#window.length) {
      const end = Math.min(this.size, at + Math.max(length, WINDOW_BYTES));
      const pieces: Uint8Array[] = [];
      for await (const piece of this.#reader.read(at, end)) pieces.push(piece);
      this.#window = Buffer.concat(pieces);
      this.#from = at;
    }
    return this.#window.subarray(at - this.#from, at - this.#from + length);
  }
}
