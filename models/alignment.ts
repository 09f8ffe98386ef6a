import { cut } from './cut.ts';
import type { Picture, RgbImage } from './image.ts';
import { ImageWorkspace } from './image-workspace.ts';
import { PictureRows } from './picture-rows.ts';

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
export function warp(image: Picture, toSquare: Similarity, size: number): RgbImage {
  const toImage = invert(toSquare);
  const pixelsPerPixel = Math.hypot(toImage.a, toImage.b);
  if (pixelsPerPixel <= 1.5) return sample(image, toImage, size);
  // What has no size can't be shown.
  if (!Number.isFinite(pixelsPerPixel + toImage.shiftX + toImage.shiftY)) return black(size);
  const around = cornersOf(toImage, size);
  const left = clamp(around.left - 2 * pixelsPerPixel, image.width);
  const top = clamp(around.top - 2 * pixelsPerPixel, image.height);
  const right = clamp(around.right + 2 * pixelsPerPixel, image.width);
  const bottom = clamp(around.bottom + 2 * pixelsPerPixel, image.height);
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
function sample(image: Picture, toImage: Similarity, size: number): RgbImage {
  const { a, b, shiftX, shiftY } = toImage;
  const around = cornersOf(toImage, size);
  const within = (value: number, end: number): number => Math.trunc(clamp(value, end));
  const left = within(around.left - 1, image.width - 1);
  const top = within(around.top - 1, image.height - 1);
  const workspace = ImageWorkspace.begin();
  const end = Math.max(left + 1, within(around.right + 2, image.width));
  const height = Math.max(1, within(around.bottom + 2, image.height) - top);
  const part = new PictureRows(workspace, image, { x: left, end, rows: height });
  const target = workspace.take(3 * size * size);
  // Of the middles of pixels, as the kernel counts, and of the part.
  const x = (a - b) / 2 + shiftX - 0.5 - part.x;
  const y = (a + b) / 2 + shiftY - 0.5 - top;
  workspace.kernels.sample(part.lay(top, height), part.width, height, a, b, x, y, size, target);
  return { width: size, height: size, data: workspace.bytes(target, 3 * size * size).slice() };
}

/** The upright box around what the square shows, in pixels of the picture. */
function cornersOf(
  toImage: Similarity,
  size: number,
): { left: number; top: number; right: number; bottom: number } {
  const corners = [
    { x: 0, y: 0 },
    { x: size, y: 0 },
    { x: 0, y: size },
    { x: size, y: size },
  ].map((corner) => apply(toImage, corner));
  return {
    left: Math.min(...corners.map(({ x }) => x)),
    top: Math.min(...corners.map(({ y }) => y)),
    right: Math.max(...corners.map(({ x }) => x)),
    bottom: Math.max(...corners.map(({ y }) => y)),
  };
}

function black(size: number): RgbImage {
  return { width: size, height: size, data: new Uint8Array(3 * size * size) };
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
