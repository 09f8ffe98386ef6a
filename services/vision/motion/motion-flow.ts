import { FrameHistory, type Point } from './frame-history.ts';
import { MARGIN_X, MARGIN_Y, type Shift } from './motion-background.ts';
import { CELL, CELL_COLUMNS, CELLS } from './motion-cells.ts';

/** Frames between the two that are compared: what is far away goes less than a pixel in one. */
const BASELINE = 3;
/** Cells that are measured in a frame; the others have their turn in the next ones. */
const MOST_CELLS = 12;
/** The patch that is looked for reaches over its cell by two pixels. */
const REACH_OVER = 2;
/** What came through a cell is forgotten at this rate per frame. */
const FADE = 0.985;
/** Further than this, and straight, in pixels: so far nothing sways. */
const FAR = 14;
const STRAIGHT = 0.8;

/**
 * Watches whether the picture's content is carried through a cell, one thing after another in one direction, as on a
 * lane, or only to and fro. It is measured by matching patches between frames, so
 * that it also works where many things melt into one component.
 */
export class Flow {
  readonly #frames = new FrameHistory(BASELINE);
  #shifts: readonly Shift[] = [];
  readonly #x = new Float32Array(CELLS);
  readonly #y = new Float32Array(CELLS);
  readonly #path = new Float32Array(CELLS);
  readonly #measured = new Uint32Array(CELLS);
  #time = 0;

  /**
   * @param busy gives the cells that move, when it is asked.
   * @returns those of the measured cells through which something is carried.
   */
  follow(frame: Uint8Array, shift: Shift, busy: () => readonly number[]): readonly number[] {
    this.#time++;
    this.#frames.push(frame);
    this.#shifts = [...this.#shifts, shift].slice(-1 - BASELINE);
    if (this.#shifts.length <= BASELINE) return [];
    return this.#turnOf(busy()).filter((cell) => this.#measure(shift, cell));
  }

  #turnOf(cells: readonly number[]): readonly number[] {
    if (cells.length <= MOST_CELLS) return cells;
    const stride = Math.floor(cells.length / MOST_CELLS);
    return Array.from({ length: MOST_CELLS }, (_, i) => cells[(this.#time + i * stride) % cells.length] ?? 0);
  }

  #measure(shift: Shift, cell: number): boolean {
    const since = this.#time - (this.#measured[cell] ?? 0);
    this.#measured[cell] = this.#time;
    const fade = FADE ** since;
    const move = this.#moveOf(shift, cell);
    // A cell that is measured seldom stands for the frames between, as far as it was likely busy.
    const weight = Math.min(since, BASELINE + 1) / BASELINE;
    const x = (this.#x[cell] ?? 0) * fade + move.x * weight;
    const y = (this.#y[cell] ?? 0) * fade + move.y * weight;
    const path = (this.#path[cell] ?? 0) * fade + Math.hypot(move.x, move.y) * weight;
    [this.#x[cell], this.#y[cell], this.#path[cell]] = [x, y, path];
    const net = Math.hypot(x, y);
    return (move.x !== 0 || move.y !== 0) && net > FAR && net > STRAIGHT * path;
  }

  /** How far a cell's patch moved since the past frame; nowhere when that can't be told. */
  #moveOf(shift: Shift, cell: number): Point {
    const before = this.#shifts[0] ?? shift;
    const x = (cell % CELL_COLUMNS) * CELL - MARGIN_X - REACH_OVER;
    const y = Math.floor(cell / CELL_COLUMNS) * CELL - MARGIN_Y - REACH_OVER;
    return this.#frames.moveOf({ x: x - shift.x, y: y - shift.y }, { x: x - before.x, y: y - before.y });
  }
}
