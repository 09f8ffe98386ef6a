import type { RgbImage, YuvImage } from '../../models/image.ts';
import { apply, invert, type Similarity } from '../../models/alignment.ts';
import type { PixelBox } from '../../models/pixel-box.ts';
import { seeded } from '../services/vision/motion/moving-scene.ts';

// What the image kernels compute, written down as plainly as can be: pixel by pixel, in double precision.

/** A picture of noise, the same for the same seed. */
export function noise(width: number, height: number, seed: number): RgbImage {
  const random = seeded(seed);
  return { width, height, data: new Uint8Array(width * height * 3).map(() => random() * 256) };
}

export function noiseInYuv(width: number, height: number, seed: number): YuvImage {
  const random = seeded(seed);
  const plane = (length: number): Uint8Array => new Uint8Array(length).map(() => random() * 256);
  const chroma = Math.ceil(width / 2) * Math.ceil(height / 2);
  return { width, height, y: plane(width * height), u: plane(chroma), v: plane(chroma) };
}

/** The share of source pixel `pixel` in the target pixel that covers [from, to), or lies between two of them. */
function weightOf(pixel: number, from: number, to: number): number {
  const scale = to - from;
  if (scale <= 1) return Math.max(0, 1 - Math.abs(pixel + 0.5 - (from + to) / 2));
  return Math.max(0, Math.min(pixel + 1, to) - Math.max(pixel, from)) / scale;
}

export function plainCut(
  image: RgbImage,
  box: PixelBox,
  size: { readonly width: number; readonly height: number },
): RgbImage {
  const data = new Uint8Array(size.width * size.height * 3);
  const across = box.width / size.width;
  const down = box.height / size.height;
  for (const [at] of data.entries()) {
    const x = box.x + (Math.floor(at / 3) % size.width) * across;
    const y = box.y + Math.floor(at / 3 / size.width) * down;
    let sum = 0;
    for (let row = Math.max(0, Math.floor(y - 1)); row < Math.min(image.height, y + down + 1); row += 1) {
      for (
        let column = Math.max(0, Math.floor(x - 1));
        column < Math.min(image.width, x + across + 1);
        column += 1
      ) {
        const value = image.data[(row * image.width + column) * 3 + (at % 3)] ?? Number.NaN;
        sum += value * weightOf(row, y, y + down) * weightOf(column, x, x + across);
      }
    }
    data[at] = sum + 0.5;
  }
  return { ...size, data };
}

/** Without shrinking first. */
export function plainWarp(image: RgbImage, toSquare: Similarity, size: number): RgbImage {
  const data = new Uint8Array(size * size * 3);
  const toImage = invert(toSquare);
  const valueAt = (x: number, y: number, channel: number): number => {
    const column = Math.min(Math.max(x, 0), image.width - 1);
    const row = Math.min(Math.max(y, 0), image.height - 1);
    return image.data[(row * image.width + column) * 3 + channel] ?? Number.NaN;
  };
  for (const [at] of data.entries()) {
    const pixel = Math.floor(at / 3);
    const { x, y } = apply(toImage, { x: (pixel % size) + 0.5, y: Math.floor(pixel / size) + 0.5 });
    const left = Math.floor(x - 0.5);
    const top = Math.floor(y - 0.5);
    const right = x - 0.5 - left;
    const down = y - 0.5 - top;
    const upper = valueAt(left, top, at % 3) * (1 - right) + valueAt(left + 1, top, at % 3) * right;
    const lower = valueAt(left, top + 1, at % 3) * (1 - right) + valueAt(left + 1, top + 1, at % 3) * right;
    data[at] = upper * (1 - down) + lower * down + 0.5;
  }
  return { width: size, height: size, data };
}

/** ITU-R BT.709 from 720 lines on, BT.601 below; limited range. */
export function plainRgb({ width, height, y, u, v }: YuvImage): RgbImage {
  const data = new Uint8ClampedArray(width * height * 3);
  const [kr, kb] = height >= 720 ? [0.2126, 0.0722] : [0.299, 0.114];
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const chroma = (Math.floor(pixel / width) >> 1) * Math.ceil(width / 2) + ((pixel % width) >> 1);
    const bright = (((y[pixel] ?? 0) - 16) * 255) / 219;
    const red = bright + ((2 * (1 - kr) * 255) / 224) * ((v[chroma] ?? 0) - 128);
    const blue = bright + ((2 * (1 - kb) * 255) / 224) * ((u[chroma] ?? 0) - 128);
    data[3 * pixel] = red;
    data[3 * pixel + 1] = (bright - kr * red - kb * blue) / (1 - kr - kb);
    data[3 * pixel + 2] = blue;
  }
  return { width, height, data: new Uint8Array(data) };
}

/** How far two pictures of one size are apart at most, in grey levels. */
export function farthest(a: RgbImage, b: RgbImage): number {
  if (a.width !== b.width || a.height !== b.height || a.data.length !== b.data.length) return Infinity;
  return a.data.reduce((most, value, at) => Math.max(most, Math.abs(value - (b.data[at] ?? Infinity))), 0);
}
