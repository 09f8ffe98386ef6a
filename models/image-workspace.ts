import { bindImageKernels, type ImageKernels } from './image-kernels.ts';

const PAGE = 65_536;
/** Vectors are fastest where they don't cross the lines of a cache. */
const ALIGNMENT = 64;
/** Kernels read and write whole vectors: so many bytes around each piece belong to nobody. */
const GUARD = 64;

/**
 * The memory in which the image kernels work, one of a thread. A piece of work begins, takes what room it needs, and reads
 * its result before anything else begins; nothing waits in between.
 */
export class ImageWorkspace {
  static #only: ImageWorkspace | null = null;
  readonly kernels: ImageKernels;
  readonly #memory = new WebAssembly.Memory({ initial: 16 });
  #next = 0;

  private constructor() {
    this.kernels = bindImageKernels(this.#memory);
  }

  /** The thread's workspace, empty. Throws Trouble 'damaged' when the kernels' file is. */
  static begin(): ImageWorkspace {
    this.#only ??= new ImageWorkspace();
    this.#only.#next = 0;
    return this.#only;
  }

  /** Room for so many bytes: where it starts. What it holds is arbitrary. Views that were given before may be dead. */
  take(bytes: number): number {
    const start = Math.ceil((this.#next + GUARD) / ALIGNMENT) * ALIGNMENT;
    this.#next = start + bytes + GUARD;
    const lacking = this.#next - this.#memory.buffer.byteLength;
    if (lacking > 0) this.#memory.grow(Math.ceil(lacking / PAGE));
    return start;
  }

  bytes(start: number, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#memory.buffer, start, length);
  }

  int16(start: number, length: number): Int16Array {
    return new Int16Array(this.#memory.buffer, start, length);
  }

  int32(start: number, length: number): Int32Array {
    return new Int32Array(this.#memory.buffer, start, length);
  }

  floats(start: number, length: number): Float32Array {
    return new Float32Array(this.#memory.buffer, start, length);
  }
}
