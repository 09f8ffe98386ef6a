import type { ClipLock } from './clip-header.ts';
import { chunkBytes, recordKinds, sealChunk } from './clip-record.ts';

/** Up to where a clip can be ended: behind a chunk that ends a piece. */
export interface Written {
  readonly chunks: number;
  /** Of MP4. */
  readonly bytes: number;
  readonly durationMs: number;
  /** Where the records end in the file. */
  readonly fileEnd: number;
}

export interface SealedChunk {
  /** The record, in pieces. */
  readonly record: readonly Buffer[];
  readonly length: number;
  /** Null for a chunk within a piece. */
  readonly written: Written | null;
}

/** Makes sealed chunks of pieces: several small pieces in one, a piece of more than a megabyte in several. */
export class Chunker {
  readonly #lock: ClipLock;
  #parts: Uint8Array[] = [];
  #buffered = 0;
  #chunks = 0;
  #bytes = 0;
  #untilMs = 0;
  #fileEnd: number;

  /** `fileEnd`: the length of the header. */
  constructor(lock: ClipLock, fileEnd: number) {
    this.#lock = lock;
    this.#fileEnd = fileEnd;
  }

  /** Whether there is something that `rest` would seal. */
  get waits(): boolean {
    return this.#buffered > 0;
  }

  /** Copies the bytes; gives the chunks that are full. */
  push(bytes: Uint8Array, durationMs: number): SealedChunk[] {
    const full = this.#buffered + bytes.length > chunkBytes ? this.rest() : [];
    let left: Uint8Array = Buffer.from(bytes);
    for (; left.length > chunkBytes; left = left.subarray(chunkBytes))
      full.push(this.#seal([left.subarray(0, chunkBytes)], recordKinds.inside));
    this.#untilMs += durationMs;
    if (left.length > 0) this.#parts.push(left);
    this.#buffered += left.length;
    return this.#buffered < chunkBytes ? full : [...full, ...this.rest()];
  }

  /** What has been pushed and not been given yet, as a chunk. */
  rest(): SealedChunk[] {
    if (this.#buffered === 0) return [];
    const parts = this.#parts;
    this.#parts = [];
    this.#buffered = 0;
    return [this.#seal(parts, recordKinds.whole)];
  }

  #seal(parts: readonly Uint8Array[], kind: 1 | 2): SealedChunk {
    const record = sealChunk(this.#lock, { index: this.#chunks, kind, untilMs: this.#untilMs, parts });
    this.#chunks += 1;
    this.#bytes += parts.reduce((sum, part) => sum + part.length, 0);
    const length = record.reduce((sum, piece) => sum + piece.length, 0);
    this.#fileEnd += length;
    if (kind === recordKinds.inside) return { record, length, written: null };
    const [chunks, bytes, durationMs, fileEnd] = [this.#chunks, this.#bytes, this.#untilMs, this.#fileEnd];
    return { record, length, written: { chunks, bytes, durationMs, fileEnd } };
  }
}
