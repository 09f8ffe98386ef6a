const PAGE = 65_536;
/** Vectors are fastest where they don't cross the lines of a cache. */
const ALIGNMENT = 64;

/** A WebAssembly memory of fixed size, handed out piece by piece and never taken back. All of it is 0 at first. */
export class Arena {
  readonly memory: WebAssembly.Memory;
  #next = ALIGNMENT;

  constructor(bytes: number) {
    const pages = Math.ceil(bytes / PAGE);
    this.memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  }

  /** `guard` elements before and behind may be touched as well, and belong to nobody else. */
  bytes(length: number, guard = 0): Uint8Array {
    return new Uint8Array(this.memory.buffer, this.#take(length, guard), length);
  }

  clamped(length: number, guard = 0): Uint8ClampedArray {
    return new Uint8ClampedArray(this.memory.buffer, this.#take(length, guard), length);
  }

  int16(length: number, guard = 0): Int16Array {
    return new Int16Array(this.memory.buffer, this.#take(2 * length, 2 * guard), length);
  }

  uint32(length: number): Uint32Array {
    return new Uint32Array(this.memory.buffer, this.#take(4 * length, 0), length);
  }

  /** Whether an array lies in this memory, so that kernels can work on it where it is. */
  holds(array: Uint8Array): boolean {
    return array.buffer === this.memory.buffer;
  }

  #take(bytes: number, guard: number): number {
    const offset = Math.ceil((this.#next + guard) / ALIGNMENT) * ALIGNMENT;
    this.#next = offset + bytes + guard;
    if (this.#next > this.memory.buffer.byteLength) throw new RangeError('the arena is full');
    return offset;
  }
}
