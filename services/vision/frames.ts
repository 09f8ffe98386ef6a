import sharp from 'sharp';
import type { RgbImage } from '../../models/image.ts';
import { rgbImage } from '../../models/rgb-image.ts';
import type { Y4mPicture } from './camera/y4m.ts';

const JPEG_QUALITY = 85;

/**
 * One picture of a camera, planar YUV 4:2:0 of limited range; chroma planes have half the width and height, rounded up.
 * Turned into RGB at most once, when somebody asks.
 */
export class Frame {
  /** When it arrived, milliseconds since 1970. */
  readonly atMs: number;
  readonly width: number;
  readonly height: number;
  readonly y: Uint8Array;
  readonly u: Uint8Array;
  readonly v: Uint8Array;
  /** A key frame of a scene at rest, looked at only to see whether anything changed. */
  readonly glance: boolean;
  #image: RgbImage | null = null;

  constructor(atMs: number, picture: Y4mPicture & { readonly glance?: boolean }) {
    const { width, height, bytes, glance = false } = picture;
    const luma = width * height;
    const chroma = Math.ceil(width / 2) * Math.ceil(height / 2);
    this.atMs = atMs;
    this.glance = glance;
    this.width = width;
    this.height = height;
    this.y = bytes.subarray(0, luma);
    this.u = bytes.subarray(luma, luma + chroma);
    this.v = bytes.subarray(luma + chroma, luma + 2 * chroma);
  }

  /** A frame from a picture that did not come from a camera, as the evaluation has them. */
  static fromImage(atMs: number, image: RgbImage): Frame {
    const frame = new Frame(atMs, yuvOf(image));
    frame.#image = image;
    return frame;
  }

  /** Throws when it was released and nobody has asked before. */
  get image(): RgbImage {
    if (this.#image === null && this.y.length === 0) throw new Error('this frame was released');
    this.#image ??= rgbImage(this);
    return this.#image;
  }

  /** Gives its memory away when all of it is its own: nobody looks at the planes after this. */
  release(): ArrayBuffer | null {
    const { buffer } = this.y;
    const size = this.y.length + this.u.length + this.v.length;
    return buffer instanceof ArrayBuffer && buffer.byteLength === size ? buffer : null;
  }

  /** The whole frame as a JPEG of quality 85. */
  async jpeg(): Promise<Uint8Array> {
    return jpegOf(this.image);
  }
}

export async function jpegOf(image: RgbImage): Promise<Uint8Array> {
  const { width, height, data } = image;
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer();
}

/** RGB to YUV (BT.601, limited range, or BT.709 from 720 lines), chroma taken from the top left pixel of each square of four. */
function yuvOf(image: RgbImage): Y4mPicture {
  const { width, height, data } = image;
  const [kr, kb] = height >= 720 ? [0.2126, 0.0722] : [0.299, 0.114];
  const half = Math.ceil(width / 2);
  const chroma = half * Math.ceil(height / 2);
  const bytes = new Uint8Array(width * height + 2 * chroma);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const at = (row * width + column) * 3;
      const red = data[at] ?? 0;
      const blue = data[at + 2] ?? 0;
      const bright = kr * red + (1 - kr - kb) * (data[at + 1] ?? 0) + kb * blue;
      bytes[row * width + column] = 16.5 + (bright * 219) / 255;
      if (((row | column) & 1) !== 0) continue;
      const to = width * height + (row >> 1) * half + (column >> 1);
      bytes[to] = 128.5 + ((blue - bright) / (1 - kb)) * (112 / 255);
      bytes[to + chroma] = 128.5 + ((red - bright) / (1 - kr)) * (112 / 255);
    }
  }
  return { width, height, bytes };
}
