/** A rectangle in pixels; it may reach outside the picture. */
export interface PixelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Something found, with the detector's certainty 0..1. */
export interface ScoredBox extends PixelBox {
  readonly score: number;
}

/** The share of the area that two boxes have in common, 0..1. */
export function intersectionOverUnion(a: PixelBox, b: PixelBox): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  const common = width * height;
  return common / (a.width * a.height + b.width * b.height - common);
}

/** Non-maximum suppression: of boxes that overlap by more than `overlap`, only the most certain one stays. Best first. */
export function suppressOverlaps<T extends ScoredBox>(boxes: readonly T[], overlap: number): T[] {
  const kept: T[] = [];
  for (const box of boxes.toSorted((a, b) => b.score - a.score)) {
    if (kept.every((other) => intersectionOverUnion(box, other) <= overlap)) kept.push(box);
  }
  return kept;
}
