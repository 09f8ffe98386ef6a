import type { ClipReader } from '../../contract/clip.ts';

/** Reads small pieces of a clip, each behind the one before or within it, and every part of the clip only once. */
export class LookAhead {
  readonly size: number;
  readonly #pieces: AsyncGenerator<Uint8Array, void, void>;
  #window: Uint8Array = new Uint8Array();
  #from = 0;

  constructor(reader: Pick<ClipReader, 'read'>, size: number) {
    this.#pieces = reader.read(0, size);
    this.size = size;
  }

  /** Throws what the reader throws. The piece must lie within the clip. */
  async read(at: number, length: number): Promise<Uint8Array> {
    while (this.#from + this.#window.length < at + length) {
      const next = await this.#pieces.next();
      if (next.done === true) break;
      const rest = this.#window.subarray(Math.max(0, at - this.#from));
      this.#from += this.#window.length - rest.length;
      this.#window = rest.length === 0 ? next.value : Buffer.concat([rest, next.value]);
    }
    return this.#window.subarray(at - this.#from, at - this.#from + length);
  }
}
