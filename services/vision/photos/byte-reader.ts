/** Reads big-endian numbers one after the other. Throws where the bytes end. */
export class ByteReader {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  /** An unsigned number of 0 to 8 bytes. */
  number(size: number): number {
    let value = 0;
    for (let i = 0; i < size; i += 1) value = value * 256 + this.#view.getUint8(this.#at + i);
    this.#at += size;
    return value;
  }

  text(size: number): string {
    return new TextDecoder('latin1').decode(this.bytes(size));
  }

  /** The next bytes, without a copy. */
  bytes(size: number): Uint8Array {
    if (size < 0 || size > this.left) throw new RangeError('The data end too early.');
    this.#at += size;
    return this.#bytes.subarray(this.#at - size, this.#at);
  }
}
