import type { Point, Zone } from '../../contract/zone.ts';
import { crossingsAt, type Grid } from './polygon.ts';

/** Black in limited range, and no colour (ITU-R BT.601, BT.709). */
const BLACK = 16;
const COLOURLESS = 128;

/** Planar YUV 4:2:0 of limited range; chroma planes have half the width and height, rounded up. */
export interface Planes extends Grid {
  readonly y: Uint8Array;
  readonly u: Uint8Array;
  readonly v: Uint8Array;
}

/** Runs of bytes of a plane, first and end in turn. */
interface Runs {
  readonly luma: Uint32Array;
  readonly chroma: Uint32Array;
}

/**
 * Blackens what lies in privacy zones. Every pixel that a zone touches is black, and so is the colour of every square of
 * four that holds one: at its edge a zone hides a little more than it was drawn, never less. The runs of bytes are worked
 * out once for a size of frame; without a privacy zone nothing is done.
 */
export class PrivacyMask {
  readonly #polygons: readonly (readonly Point[])[];
  #size: Grid = { width: 0, height: 0 };
  #runs: Runs = { luma: new Uint32Array(), chroma: new Uint32Array() };

  constructor(zones: readonly Zone[]) {
    this.#polygons = zones.filter(({ kind }) => kind === 'privacy').map(({ polygon }) => polygon);
  }

  /** Whether it hides anything. */
  get hides(): boolean {
    return this.#polygons.length > 0;
  }

  /** Overwrites the picture in place, before anybody has looked at it. */
  apply({ width, height, y, u, v }: Planes): void {
    if (!this.hides) return;
    if (width !== this.#size.width || height !== this.#size.height) {
      this.#size = { width, height };
      this.#runs = runsOf(this.#polygons, this.#size);
    }
    const { luma, chroma } = this.#runs;
    fillRuns(y, luma, BLACK);
    fillRuns(u, chroma, COLOURLESS);
    fillRuns(v, chroma, COLOURLESS);
  }
}

function fillRuns(plane: Uint8Array, runs: Uint32Array, value: number): void {
  for (let at = 0; at < runs.length; at += 2) plane.fill(value, runs[at] ?? 0, runs[at + 1] ?? 0);
}

function runsOf(polygons: readonly (readonly Point[])[], size: Grid): Runs {
  const luma: number[] = [];
  const chroma: number[] = [];
  const half = Math.ceil(size.width / 2);
  for (const polygon of polygons)
    for (let row = 0; row < size.height; row += 1)
      for (const { first, end } of touchedIn(polygon, row, size)) {
        const above = row * size.width;
        luma.push(above + first, above + end);
        chroma.push((row >> 1) * half + (first >> 1), (row >> 1) * half + ((end + 1) >> 1));
      }
  return { luma: Uint32Array.from(luma), chroma: Uint32Array.from(chroma) };
}

/**
 * The pixels of a row that the polygon touches. Between two corners an outline is straight, so that it reaches farthest
 * at the row's upper or lower edge or at a corner in between: those levels are looked at.
 */
function touchedIn(polygon: readonly Point[], row: number, { width, height }: Grid) {
  const upper = row / height;
  const lower = (row + 1) / height;
  const corners = polygon.map(({ y }) => y).filter((y) => y > upper && y < lower);
  const least = 1e-9;
  const levels = [upper + least, lower - least, ...corners.flatMap((y) => [y - least, y + least])];
  return levels.flatMap((level) => {
    const crossings = crossingsAt(polygon, level);
    return crossings.flatMap((x, index) => {
      const next = crossings[index + 1];
      if (index % 2 === 1 || next === undefined) return [];
      return [{ first: Math.max(0, Math.floor(x * width)), end: Math.min(width, Math.ceil(next * width)) }];
    });
  });
}
