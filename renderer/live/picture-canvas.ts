import type { PictureSize } from './flow.ts';
import { coverPrivacy, type Privacy } from './privacy-cover.ts';

/** Something to draw that must be closed: its memory is scarce, and a decoder whose frames are kept stands still. */
export interface Drawable {
  readonly image: VideoFrame | ImageBitmap;
  readonly size: PictureSize;
}

interface PictureCanvasOptions {
  readonly canvas: HTMLCanvasElement;
  readonly onDrawn: (size: PictureSize) => void;
}

/** Draws the newest picture when the screen is next drawn; older ones are dropped. Every picture is closed. */
export class PictureCanvas {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D | null;
  readonly #onDrawn: (size: PictureSize) => void;
  #newest: Drawable | null = null;
  #privacy: Privacy = [];
  #request = 0;
  #stopped = false;

  constructor({ canvas, onDrawn }: PictureCanvasOptions) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d', { alpha: false });
    this.#onDrawn = onDrawn;
  }

  /** What is private is black from now on, also in the picture that is there. */
  cover(privacy: Privacy): void {
    this.#privacy = privacy;
    if (this.#context !== null) coverPrivacy(this.#context, privacy, this.#canvas);
  }

  offer(picture: Drawable): void {
    this.#newest?.image.close();
    this.#newest = null;
    if (this.#stopped) {
      picture.image.close();
      return;
    }
    this.#newest = picture;
    if (this.#request !== 0) return;
    this.#request = requestAnimationFrame(() => {
      this.#request = 0;
      const { image, size } = this.#newest ?? picture;
      this.#newest = null;
      this.draw(image, size);
      image.close();
    });
  }

  /** Draws at once what closes itself. */
  draw(image: CanvasImageSource, { width, height }: PictureSize): void {
    if (this.#stopped || width === 0 || height === 0) return;
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
    if (this.#context !== null) {
      this.#context.drawImage(image, 0, 0, width, height);
      coverPrivacy(this.#context, this.#privacy, { width, height });
    }
    this.#onDrawn({ width, height });
  }

  stop(): void {
    this.#stopped = true;
    cancelAnimationFrame(this.#request);
    this.#newest?.image.close();
    this.#newest = null;
  }
}
