import { CELL_COLUMNS, CELLS } from './motion-cells.ts';

/** Frames over which the map forgets; it takes at least `LEAST_MEMORY` of them to make up its mind. */
const MEMORY = 4096;
const LEAST_MEMORY = 1000;
/** Idle motion for this share of the time makes a cell one that flickers. */
const FLICKERS = 0.03;
/** But not where things travel through for more than this share of the time that motion is idle. */
const TRAVELLED = 0.8;
/** One track counts for no more frames than this, however long it stays. */
const MOST_FRAMES = 16;
/** Frames for which nothing is learnt as idle where something that travels has been. */
const VISIT = 50;
/** What flickers that much makes its neighbourhood suspicious, so many cells around. */
const CLEARLY = 0.35;
const REACH = 3;
const REFRESH_EVERY = 8;
const SIZE_FADE = 0.9995 ** REFRESH_EVERY;
const BLOCKS_PER_CELL = 4;

/** Frames in which each cell was covered, by cell. */
export type Footprint = ReadonlyMap<number, number>;

/**
 * Where leaves, water or flags move without anything being there. A cell flickers when tracks that never get anywhere
 * keep it busy again and again, and nothing travels through it: a lane far away is as busy as a tree, but what is on it
 * goes on and on in one direction.
 */
export class FlickerMap {
  readonly #idle = new Float32Array(CELLS);
  readonly #travelled = new Float32Array(CELLS);
  readonly #sizes = new Float32Array(CELLS);
  readonly #visited = new Float64Array(CELLS).fill(-VISIT);
  readonly #flicker = new Float32Array(CELLS);
  readonly #near = new Uint8Array(CELLS);
  #frames = 0;

  /** How much cells flicker, 0..1 on average. */
  under(cells: readonly number[]): number {
    let sum = 0;
    for (const cell of cells) sum += this.#flicker[cell] ?? 0;
    return cells.length === 0 ? 0 : sum / cells.length;
  }

  /** Whether any of these cells lies within three of one that flickers: a gust may reach it. */
  isNear(cells: readonly number[]): boolean {
    return cells.some((cell) => this.#near[cell] === 1);
  }

  /** The area, in blocks, of the largest that lately flickered in any of these cells. */
  sizeOver(cells: readonly number[]): number {
    let most = 0;
    for (const cell of cells) most = Math.max(most, this.#sizes[cell] ?? 0);
    return most;
  }

  /** Something of `area` blocks moved there, and it never got anywhere. */
  learnIdle(footprint: Footprint, area: number): void {
    for (const [cell, frames] of footprint) {
      if (this.#frames - (this.#visited[cell] ?? 0) < VISIT) continue;
      this.#idle[cell] = (this.#idle[cell] ?? 0) + Math.min(frames, MOST_FRAMES);
      this.#sizes[cell] = Math.max(this.#sizes[cell] ?? 0, area);
    }
  }

  /** Something passed there. */
  learnTravelled(footprint: Footprint): void {
    for (const [cell, frames] of footprint) this.#travelled[cell] = (this.#travelled[cell] ?? 0) + frames;
  }

  /** Something that travels is there, perhaps standing: what moves there now is its own. */
  visit(cells: readonly number[]): void {
    for (const cell of cells) this.#visited[cell] = this.#frames;
  }

  /** Told by who knows better: there are objects in these cells, or there never are. */
  teach(cells: readonly number[], holdsObject: boolean): void {
    if (!holdsObject) {
      this.learnIdle(new Map(cells.map((cell) => [cell, MOST_FRAMES])), cells.length * BLOCKS_PER_CELL);
      return;
    }
    for (const cell of cells) this.#idle[cell] = 0.5 * (this.#idle[cell] ?? 0);
  }

  /** One frame later. */
  tick(): void {
    this.#frames++;
    if (this.#frames % REFRESH_EVERY !== 0) return;
    const fade = 1 - REFRESH_EVERY / MEMORY;
    for (let cell = 0; cell < CELLS; cell++) {
      this.#idle[cell] = (this.#idle[cell] ?? 0) * fade;
      this.#travelled[cell] = (this.#travelled[cell] ?? 0) * fade;
      this.#sizes[cell] = (this.#sizes[cell] ?? 0) * SIZE_FADE;
    }
    const seen = Math.max(LEAST_MEMORY, MEMORY * (1 - Math.exp(-this.#frames / MEMORY)));
    for (let cell = 0; cell < CELLS; cell++)
      this.#flicker[cell] = this.#flickerAt(cell, seen * BLOCKS_PER_CELL * FLICKERS);
    this.#near.fill(0);
    for (let cell = 0; cell < CELLS; cell++)
      if ((this.#flicker[cell] ?? 0) >= CLEARLY) this.#markAround(cell);
  }

  #markAround(cell: number): void {
    for (let row = cell - REACH * CELL_COLUMNS; row <= cell + REACH * CELL_COLUMNS; row += CELL_COLUMNS)
      this.#near.fill(1, Math.max(row - REACH, 0), Math.max(row + REACH + 1, 0));
  }

  #flickerAt(cell: number, enough: number): number {
    const idle = around(this.#idle, cell);
    if (idle === 0) return 0;
    return around(this.#travelled, cell) > TRAVELLED * idle ? 0 : Math.min(idle / enough, 1);
  }
}

/** The mean of a cell and its neighbours, weighted 1-2-1: what sways today by so much sways further tomorrow. */
function around(map: Float32Array, cell: number): number {
  return (row(map, cell - CELL_COLUMNS) + 2 * row(map, cell) + row(map, cell + CELL_COLUMNS)) / 16;
}

function row(map: Float32Array, cell: number): number {
  return (map[cell - 1] ?? 0) + 2 * (map[cell] ?? 0) + (map[cell + 1] ?? 0);
}
