import type { FileHandle } from 'node:fs/promises';
import type { Clip, ClipReader } from '../../contract/clip.ts';
import { chunkBytes, chunkOverhead, clipDamaged, unsealChunk } from './clip-record.ts';
import { bytesAt, type ChunkPlace, type ClipMap } from './clip-scan.ts';

export interface ClipFile {
  readonly file: FileHandle;
  readonly clip: Clip;
  readonly map: ClipMap;
  /** Told when it is closed. */
  readonly closed: (reader: ClipFileReader) => void;
}

/** A clip's file, opened for reading. What the map shows is read; bytes that the clip had and the file has not are damage. */
export class ClipFileReader implements ClipReader {
  readonly clip: Clip;
  readonly size: number;
  readonly #file: FileHandle;
  readonly #map: ClipMap;
  readonly #closed: (reader: ClipFileReader) => void;

  /** A clip that is still written is as long as its whole pieces; any other as long as its row says. */
  constructor({ file, clip, map, closed }: ClipFile) {
    this.#file = file;
    this.#map = map;
    this.#closed = closed;
    const written = map.chunks.findLast((chunk) => chunk.endsPiece)?.end ?? 0;
    this.size = clip.state === 'recording' ? written : clip.bytes;
    this.clip = { ...clip, bytes: this.size };
  }

  async *read(start: number, end: number): AsyncGenerator<Uint8Array, void, void> {
    if (!(start >= 0 && start <= end && end <= this.size))
      throw new RangeError(`a clip of ${this.size} bytes has no bytes ${start} to ${end}`);
    // One for all chunks: memory that is new each time costs as much as the cipher.
    const room = Buffer.allocUnsafe(chunkBytes + chunkOverhead);
    let at = start;
    for (let index = this.#firstAt(start); at < end; index += 1) {
      const place = this.#map.chunks[index];
      if (place === undefined) throw clipDamaged();
      const bytes = await this.#chunk(place, room);
      yield bytes.subarray(at - place.start, end - place.start);
      at = place.end;
    }
    // A whole clip says itself that nothing of it is missing.
    if (end === this.size && this.clip.state !== 'recording' && this.#map.end?.bytes !== this.size)
      throw clipDamaged();
  }

  async close(): Promise<void> {
    this.#map.lock.key.fill(0);
    this.#closed(this);
    await this.#file.close().catch(() => undefined);
  }

  /** The chunk that holds this byte, by bisection. */
  #firstAt(position: number): number {
    let low = 0;
    let high = this.#map.chunks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#map.chunks[middle]?.end ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  async #chunk(place: ChunkPlace, room: Buffer): Promise<Uint8Array> {
    const record = await bytesAt(this.#file, place.offset, room.subarray(0, place.length));
    if (record.length < place.length) throw clipDamaged();
    return unsealChunk(this.#map.lock, place.index, record).bytes;
  }
}
