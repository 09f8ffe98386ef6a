import type { Frame } from './frames.ts';

/** For tiles that nobody looks at closely. */
const EVERY_MS = 950;

interface Parts {
  /** Whether the hub keeps up with what it is told. */
  readonly hasRoom: () => boolean;
  readonly tell: (jpeg: Uint8Array) => void;
}

/** Pictures of a camera, one a second at most, while they are wanted. */
export class Stills {
  readonly #parts: Parts;
  #encoding = false;
  #lastMs = 0;
  wanted = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async see(frame: Frame): Promise<void> {
    if (!this.wanted || this.#encoding || Math.abs(frame.atMs - this.#lastMs) < EVERY_MS) return;
    if (!this.#parts.hasRoom()) return;
    this.#encoding = true;
    this.#lastMs = frame.atMs;
    try {
      this.#parts.tell(await frame.jpeg());
    } finally {
      this.#encoding = false;
    }
  }
}
