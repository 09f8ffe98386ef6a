import type { LiveChunk } from '../../services/contract/live.ts';
import type { PictureCanvas } from './picture-canvas.ts';
import type { PictureDecoder } from './picture-decoder.ts';

/** Draws JPEGs. While one is decoded only the newest other one waits; the rest is dropped. */
export class JpegDecoder implements PictureDecoder {
  readonly #canvas: PictureCanvas;
  #newest: LiveChunk | null = null;
  #drawing = false;
  #stopped = false;

  constructor(canvas: PictureCanvas) {
    this.#canvas = canvas;
  }

  add(chunk: LiveChunk): void {
    this.#newest = chunk;
    if (!this.#drawing) void this.#draw();
  }

  stop(): void {
    this.#stopped = true;
    this.#newest = null;
  }

  async #draw(): Promise<void> {
    this.#drawing = true;
    while (this.#newest !== null) {
      const jpeg = new Blob([this.#newest.data], { type: 'image/jpeg' });
      this.#newest = null;
      // A damaged picture is skipped: the next one comes soon.
      const image = await createImageBitmap(jpeg).catch(() => null);
      if (image === null) continue;
      if (this.#stopped) image.close();
      else this.#canvas.offer({ image, size: { width: image.width, height: image.height } });
    }
    this.#drawing = false;
  }
}
