import type { Point } from '../../contract/zone.ts';

/** Cells row by row over the whole frame. */
export interface Grid {
  readonly width: number;
  readonly height: number;
}

/**
 * Where a level line crosses a polygon's outline, in fractions of the frame's width, from left to right. What lies
 * between the first and the second, the third and the fourth … is inside (the even-odd rule): an outline that crosses
 * itself has the inside that the page shows.
 */
export function crossingsAt(polygon: readonly Point[], y: number): readonly number[] {
  const crossings: number[] = [];
  let from = polygon.at(-1);
  for (const to of polygon) {
    if (from !== undefined && from.y <= y !== to.y <= y)
      crossings.push(from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x));
    from = to;
  }
  return crossings.sort((a, b) => a - b);
}

/** Gives `value` to the cells whose middle is inside of the polygon. `cells`: width × height of the grid. */
export function fillPolygon(
  polygon: readonly Point[],
  { width, height, cells }: Grid & { readonly cells: Uint8Array },
  value: number,
): void {
  for (let row = 0; row < height; row += 1) {
    const crossings = crossingsAt(polygon, (row + 0.5) / height);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const first = Math.max(0, Math.ceil((crossings[pair] ?? 0) * width - 0.5));
      const end = Math.min(width, Math.ceil((crossings[pair + 1] ?? 0) * width - 0.5));
      if (end > first) cells.fill(value, row * width + first, row * width + end);
    }
  }
}
