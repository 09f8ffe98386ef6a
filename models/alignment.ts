import { cut } from './cut.ts';
import type { RgbImage } from './image.ts';

/** A place in a picture, in pixels; the middle of the first pixel is (0.5, 0.5). */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rotation, a scaling and a shift: (x, y) goes to (a·x - b·y + shiftX, b·x + a·y + shiftY). */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly shiftX: number;
  readonly shiftY: number;
}

/**
 * The similarity that brings `from` closest to `to` by least squares (Umeyama 1991, in the plane and without
 * reflection). Both have the same number of points, at least two different ones.
 */
export function fitSimilarity(from: readonly Point[], to: readonly Point[]): Similarity {
  const centre = meanOf(from);
  const target = meanOf(to);
  let dot = 0;
  let cross = 0;
  let spread = 0;
  for (const [i, point] of from.entries()) {
    const other = to[i] ?? target;
    const x = point.x - centre.x;
    const y = point.y - centre.y;
    dot += x * (other.x - target.x) + y * (other.y - target.y);
    cross += x * (other.y - target.y) - y * (other.x - target.x);
    spread += x * x + y * y;
  }
  const a = spread > 0 ? dot / spread : 1;
  const b = spread > 0 ? cross / spread : 0;
  return {
    a,
    b,
    shiftX: target.x - a * centre.x + b * centre.y,
    shiftY: target.y - b * centre.x - a * centre.y,
  };
}

export function meanOf(points: readonly Point[]): Point {
  const sum = points.reduce((total, point) => ({ x: total.x + point.x, y: total.y + point.y }), {
    x: 0,
    y: 0,
  });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

export function apply({ a, b, shiftX, shiftY }: Similarity, { x, y }: Point): Point {
  return { x: a * x - b * y + shiftX, y: b * x + a * y + shiftY };
}

export function invert({ a, b, shiftX, shiftY }: Similarity): Similarity {
  const square = a * a + b * b;
  const inverse = { a: a / square, b: -b / square, shiftX: 0, shiftY: 0 };
  const shift = apply(inverse, { x: shiftX, y: shiftY });
  return { ...inverse, shiftX: -shift.x, shiftY: -shift.y };
}

/**
 * A square of `size` pixels of what `toSquare` brings into it. A picture that is much larger than needed is first
 * shrunk by averaging, since taking single pixels out of it would leave noise. Beyond the edge of the picture its
 * outermost pixels go on.
 */
export function warp(image: RgbImage, toSquare: Similarity, size: number): RgbImage {
  const toImage = invert(toSquare);
  const pixelsPerPixel = Math.hypot(toImage.a, toImage.b);
  if (pixelsPerPixel <= 1.5) return sample(image, toImage, size);
  const corners = [
    { x: 0, y: 0 },
    { x: size, y: 0 },
    { x: 0, y: size },
    { x: size, y: size },
  ].map((corner) => apply(toImage, corner));
  const left = clamp(Math.min(...corners.map(({ x }) => x)) - 2 * pixelsPerPixel, image.width);
  const top = clamp(Math.min(...corners.map(({ y }) => y)) - 2 * pixelsPerPixel, image.height);
  const right = clamp(Math.max(...corners.map(({ x }) => x)) + 2 * pixelsPerPixel, image.width);
  const bottom = clamp(Math.max(...corners.map(({ y }) => y)) + 2 * pixelsPerPixel, image.height);
  // Whole shrunk pixels only, so that the box stays inside the picture and both axes shrink alike.
  const width = Math.max(1, Math.floor((right - left) / pixelsPerPixel));
  const height = Math.max(1, Math.floor((bottom - top) / pixelsPerPixel));
  const box = { x: left, y: top, width: width * pixelsPerPixel, height: height * pixelsPerPixel };
  const scale = 1 / pixelsPerPixel;
  const toSmall = {
    a: toImage.a * scale,
    b: toImage.b * scale,
    shiftX: (toImage.shiftX - left) * scale,
    shiftY: (toImage.shiftY - top) * scale,
  };
  return sample(cut(image, box, { width, height }), toSmall, size);
}

/** Takes each pixel of the square out of the picture, between the four nearest. */
function sample(image: RgbImage, toImage: Similarity, size: number): RgbImage {
  const data = new Uint8Array(size * size * 3);
  const { a, b, shiftX, shiftY } = toImage;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const x = a * (column + 0.5) - b * (row + 0.5) + shiftX - 0.5;
      const y = b * (column + 0.5) + a * (row + 0.5) + shiftY - 0.5;
      mix({ image, x, y, data, at: (row * size + column) * 3 });
    }
  }
  return { width: size, height: size, data };
}

/** Bilinear: writes the colour at (x, y), where whole numbers are the middles of pixels, to `data[at..at + 2]`. */
function mix(options: { image: RgbImage; x: number; y: number; data: Uint8Array; at: number }): void {
  const { image, x, y, data, at } = options;
  const lastX = image.width - 1;
  const lastY = image.height - 1;
  const left = Math.floor(x);
  const top = Math.floor(y);
  const x0 = Math.min(Math.max(left, 0), lastX) * 3;
  const x1 = Math.min(Math.max(left + 1, 0), lastX) * 3;
  const y0 = Math.min(Math.max(top, 0), lastY) * image.width * 3;
  const y1 = Math.min(Math.max(top + 1, 0), lastY) * image.width * 3;
  const right = x - left;
  const down = y - top;
  const source = image.data;
  for (let channel = 0; channel < 3; channel += 1) {
    const upper = (source[y0 + x0 + channel] ?? 0) * (1 - right) + (source[y0 + x1 + channel] ?? 0) * right;
    const lower = (source[y1 + x0 + channel] ?? 0) * (1 - right) + (source[y1 + x1 + channel] ?? 0) * right;
    data[at + channel] = upper * (1 - down) + lower * down + 0.5;
  }
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
