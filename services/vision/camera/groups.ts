import type { VideoChunk } from '../../contract/video.ts';

/** A coded picture and when it came, milliseconds since 1970. */
export interface Unit {
  readonly chunk: VideoChunk;
  readonly atMs: number;
}

/** A group that grows beyond this is let go: its camera hardly ever sends key frames. */
const MOST_BYTES = 24 * 1024 * 1024;

/** The last two groups of pictures of a stream: what a decoder needs to get at what was just seen. */
export class Groups {
  #before: readonly Unit[] = [];
  #last: Unit[] = [];
  #bytes = 0;

  push(unit: Unit): void {
    if (unit.chunk.key) {
      this.#before = this.#last;
      this.#last = [];
      this.#bytes = 0;
    }
    this.#bytes += unit.chunk.data.length;
    if (this.#bytes > MOST_BYTES) this.#last = [];
    else if (unit.chunk.key || this.#last.length > 0) this.#last.push(unit);
  }

  forget(): void {
    this.#before = [];
    this.#last = [];
    this.#bytes = 0;
  }

  /** From the last key frame on; empty before the first one. */
  get last(): readonly Unit[] {
    return this.#last;
  }

  /** From the key frame before the last one on. */
  get both(): readonly Unit[] {
    return [...this.#before, ...this.#last];
  }

  /** From one key frame to the next, milliseconds; infinite while only one was seen. */
  get gopMs(): number {
    const [first] = this.#before;
    const [next] = this.#last;
    return first === undefined || next === undefined ? Number.POSITIVE_INFINITY : next.atMs - first.atMs;
  }
}
