import type { Box } from '../contract/box.ts';

/** Sums and shares of boxes, all in fractions of the frame. */

export const WHOLE_FRAME: Box = { x: 0, y: 0, width: 1, height: 1 };

export function areaOf(box: Box): number {
  return box.width * box.height;
}

/** The area that both cover. */
export function overlapOf(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Intersection over union, 0..1. */
export function iouOf(a: Box, b: Box): number {
  const overlap = overlapOf(a, b);
  return overlap === 0 ? 0 : overlap / (areaOf(a) + areaOf(b) - overlap);
}

/** The share of `inner` that lies in `outer`, 0..1. */
export function shareInside(inner: Box, outer: Box): number {
  const area = areaOf(inner);
  return area === 0 ? 0 : overlapOf(inner, outer) / area;
}

/** The smallest box around both. */
export function unionOf(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

/** Grown by a share of its own size on every side; may reach out of the frame. */
export function grown(box: Box, share: number): Box {
  const { x, y, width, height } = box;
  return {
    x: x - width * share,
    y: y - height * share,
    width: width * (1 + 2 * share),
    height: height * (1 + 2 * share),
  };
}

/** What of the box lies in the frame. */
export function clipped(box: Box): Box {
  if (box.x >= 0 && box.y >= 0 && box.x + box.width <= 1 && box.y + box.height <= 1) return box;
  const x = Math.min(1, Math.max(0, box.x));
  const y = Math.min(1, Math.max(0, box.y));
  const right = Math.min(1, Math.max(x, box.x + box.width));
  const bottom = Math.min(1, Math.max(y, box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Moved, not grown. */
export function shifted(box: Box, x: number, y: number): Box {
  return { ...box, x: box.x + x, y: box.y + y };
}

export function centreOf(box: Box): { readonly x: number; readonly y: number } {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** True when the box ends where the frame ends, so that a part of the thing may be out of sight. */
export function isCut(box: Box): boolean {
  const edge = 0.005;
  return box.x < edge || box.y < edge || box.x + box.width > 1 - edge || box.y + box.height > 1 - edge;
}
