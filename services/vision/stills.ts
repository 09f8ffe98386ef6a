import type { CameraId } from '../contract/identifiers.ts';
import type { VisionNews } from '../contract/vision-process.ts';
import type { Frame } from './frames.ts';

/** For tiles that nobody looks at closely. */
const EVERY_MS = 950;

interface Parts {
  /** Whether the hub keeps up with what it is told. */
  readonly hasRoom: () => boolean;
  readonly news: Pick<VisionNews, 'pictureSeen'>;
}

/** Pictures of a camera, one a second at most, while they are wanted. */
export class Stills {
  readonly #parts: Parts;
  readonly #cameraId: CameraId;
  #encoding = false;
  #lastMs = 0;
  wanted = false;

  constructor(parts: Parts, cameraId: CameraId) {
    this.#parts = parts;
    this.#cameraId = cameraId;
  }

  async see(frame: Frame): Promise<void> {
    if (!this.wanted || this.#encoding || Math.abs(frame.atMs - this.#lastMs) < EVERY_MS) return;
    if (!this.#parts.hasRoom()) return;
    this.#encoding = true;
    this.#lastMs = frame.atMs;
    try {
      this.#parts.news.pictureSeen(this.#cameraId, await frame.jpeg());
    } finally {
      this.#encoding = false;
    }
  }
}
