import type { PixelBox } from '../../models/pixel-box.ts';
import type { Box } from '../contract/box.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A box in fractions of a picture as pixels of it. */
export function toPixels(box: Box, { width, height }: Size): PixelBox {
  return { x: box.x * width, y: box.y * height, width: box.width * width, height: box.height * height };
}

/** A box in pixels as fractions of the picture; what reaches outside is cut off. */
export function toBox(box: PixelBox, { width, height }: Size): Box {
  const left = clamp(box.x / width);
  const top = clamp(box.y / height);
  const right = clamp((box.x + box.width) / width);
  const bottom = clamp((box.y + box.height) / height);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function clamp(fraction: number): number {
  return Math.min(Math.max(fraction, 0), 1);
}
