import type { Box } from '../../contract/box.ts';
import type { Point } from '../../contract/zone.ts';
import { fillPolygon } from './polygon.ts';

/** Fine enough to tell where a foot stands: a cell is 8 pixels wide at 1280×720. */
const COLUMNS = 160;
const ROWS = 90;
/** A box is probed at so many places across and down. */
const PROBES = 8;

/** The part of the frame that some polygons cover together. */
export class ZoneArea {
  readonly #cells = new Uint8Array(COLUMNS * ROWS);

  constructor(polygons: readonly (readonly Point[])[]) {
    for (const polygon of polygons)
      fillPolygon(polygon, { width: COLUMNS, height: ROWS, cells: this.#cells }, 1);
  }

  /** Whether the area covers a place; the frame's own edge belongs to the frame. */
  holds(x: number, y: number): boolean {
    const column = Math.min(COLUMNS - 1, Math.max(0, Math.floor(x * COLUMNS)));
    const row = Math.min(ROWS - 1, Math.max(0, Math.floor(y * ROWS)));
    return this.#cells[row * COLUMNS + column] === 1;
  }

  /** The share of the box that the area covers, 0..1, to the 64th. */
  shareOf({ x, y, width, height }: Box): number {
    let inside = 0;
    for (let down = 0.5; down < PROBES; down += 1)
      for (let across = 0.5; across < PROBES; across += 1)
        if (this.holds(x + (width * across) / PROBES, y + (height * down) / PROBES)) inside += 1;
    return inside / (PROBES * PROBES);
  }
}
