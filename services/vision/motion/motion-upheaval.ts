import { LUMA_HEIGHT, LUMA_WIDTH } from './luma-size.ts';

/** How much of a picture differs from its background. */
export interface Extent {
  /** Share of its pixels, 0..1. */
  readonly share: number;
  /** Of its twelve cells (4×3), those that differ in a fifth of their pixels or more. */
  readonly cells: number;
}

const CELLS = 12;
const CELL_PIXELS = (LUMA_WIDTH * LUMA_HEIGHT) / CELLS;
const CELL_SHARE = 0.2;
const MOST_CELLS = 9;
const FEW_CELLS = 4;
const MANY_CELLS = 5;
const NEARLY_ALL = 0.8;

/** @param counts of the pixels that differ in each cell. */
export function extentOf(counts: Uint32Array): Extent {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const cells = counts.filter((count) => count >= CELL_SHARE * CELL_PIXELS).length;
  return { share: total / (CELLS * CELL_PIXELS), cells };
}

/**
 * Whether the picture as a whole became another one: lamps or infrared switched, lightning, another scene. Differences
 * are then all over the picture and weren't a moment ago, while even a person close to the camera fills a few cells
 * only. A picture that differs nearly everywhere is another one in any case.
 * @param before the extents of the last frames.
 */
export function isUpheaval(now: Extent, before: readonly Extent[]): boolean {
  if (now.share >= NEARLY_ALL) return true;
  return now.cells >= MOST_CELLS && before.some((extent) => extent.cells <= FEW_CELLS);
}

/** Whether so much of the picture differs that it may be the light. */
export function mayBeLight(now: Extent): boolean {
  return now.cells >= MANY_CELLS;
}

/** Whether a background that was kept from before explains the picture. */
export function fits(extent: Extent): boolean {
  return extent.cells <= FEW_CELLS && extent.share < 0.25;
}
