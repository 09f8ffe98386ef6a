const MOST_BYTES = 16 * 1024 * 1024;
const MOST_CHUNKS = 1500;

/**
 * The chunks of one stream since its last key frame, as they go over the wire, so that who comes later sees a picture at
 * once. Bounded: a stretch that grows too long or too large is forgotten whole, since half of one can't be decoded; the
 * next key frame begins anew.
 */
export class LivePictures {
  #chunks: Uint8Array[] = [];
  #bytes = 0;
  readonly #bounds: { readonly bytes: number; readonly chunks: number };

  constructor(bounds = { bytes: MOST_BYTES, chunks: MOST_CHUNKS }) {
    this.#bounds = bounds;
  }

  /** From a key frame on without a gap; empty when there is no such stretch. */
  get chunks(): readonly Uint8Array[] {
    return this.#chunks;
  }

  get bytes(): number {
    return this.#bytes;
  }

  add(chunk: Uint8Array, key: boolean): void {
    if (key) this.clear();
    else if (this.#chunks.length === 0) return;
    this.#chunks.push(chunk);
    this.#bytes += chunk.byteLength;
    if (this.#bytes > this.#bounds.bytes || this.#chunks.length > this.#bounds.chunks) this.clear();
  }

  clear(): void {
    this.#chunks = [];
    this.#bytes = 0;
  }
}
