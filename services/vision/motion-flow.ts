import { LUMA_HEIGHT, LUMA_WIDTH } from './luma-size.ts';
import { MARGIN_X, MARGIN_Y, type Shift } from './motion-background.ts';
import { CELL, CELL_COLUMNS, CELLS } from './motion-cells.ts';

/** Frames between the two that are compared: what is far away goes less than a pixel in one. */
const BASELINE = 3;
/** Cells that are measured in a frame; the others have their turn in the next ones. */
const MOST_CELLS = 12;
/** A patch reaches over its cell by two pixels, and half of its pixels are compared. */
const PATCH = 12;
const REACH_OVER = 2;
const SAMPLES = (PATCH * PATCH) / 2;
/** A patch has moved when it differs by this much where it was, and elsewhere by less than half of that. */
const DIFFERS = 4 * SAMPLES;
const MATCHES = 0.5;
/** What came through a cell is forgotten at this rate per frame. */
const FADE = 0.985;
/** Further than this, and straight, in pixels: so far nothing sways. */
const FAR = 14;
const STRAIGHT = 0.8;
const FIRST_STEP = 4;

interface Past {
  readonly picture: Uint8Array;
  shift: Shift;
}

interface Offset {
  readonly x: number;
  readonly y: number;
}

/**
 * Watches whether the picture's content is carried through a cell, one thing after another in one direction, as on a
 * lane, or only to and fro. It is measured by matching patches between frames (three-step search, Koga et al. 1981),
 * so that it also works where many things melt into one component.
 */
export class Flow {
  readonly #past: Past[] = [];
  readonly #x = new Float32Array(CELLS);
  readonly #y = new Float32Array(CELLS);
  readonly #path = new Float32Array(CELLS);
  readonly #measured = new Uint32Array(CELLS);
  #time = 0;

  /**
   * @param cells those that move.
   * @returns those of the measured cells through which something is carried.
   */
  follow(frame: Uint8Array, shift: Shift, cells: readonly number[]): readonly number[] {
    this.#time++;
    const past = this.#past.length < BASELINE ? undefined : this.#past.shift();
    const carried =
      past === undefined
        ? []
        : this.#turnOf(cells).filter((cell) => this.#measure({ frame, shift, past }, cell));
    const kept = past ?? { picture: new Uint8Array(LUMA_WIDTH * LUMA_HEIGHT), shift };
    kept.picture.set(frame);
    kept.shift = shift;
    this.#past.push(kept);
    return carried;
  }

  #turnOf(cells: readonly number[]): readonly number[] {
    if (cells.length <= MOST_CELLS) return cells;
    const stride = Math.floor(cells.length / MOST_CELLS);
    return Array.from({ length: MOST_CELLS }, (_, i) => cells[(this.#time + i * stride) % cells.length] ?? 0);
  }

  #measure(
    pictures: { readonly frame: Uint8Array; readonly shift: Shift; readonly past: Past },
    cell: number,
  ): boolean {
    const since = this.#time - (this.#measured[cell] ?? 0);
    this.#measured[cell] = this.#time;
    const fade = FADE ** since;
    const move = moveOf(pictures, cell);
    // A cell that is measured seldom stands for the frames between, as far as it was likely busy.
    const weight = Math.min(since, BASELINE + 1) / BASELINE;
    const x = (this.#x[cell] ?? 0) * fade + move.x * weight;
    const y = (this.#y[cell] ?? 0) * fade + move.y * weight;
    const path = (this.#path[cell] ?? 0) * fade + Math.hypot(move.x, move.y) * weight;
    [this.#x[cell], this.#y[cell], this.#path[cell]] = [x, y, path];
    const net = Math.hypot(x, y);
    return (move.x !== 0 || move.y !== 0) && net > FAR && net > STRAIGHT * path;
  }
}

const STILL: Offset = { x: 0, y: 0 };

/** How far a cell's patch moved from the past frame to this one; nowhere when that can't be told. */
function moveOf(
  { frame, shift, past }: { readonly frame: Uint8Array; readonly shift: Shift; readonly past: Past },
  cell: number,
): Offset {
  const left = (cell % CELL_COLUMNS) * CELL - MARGIN_X - shift.x - REACH_OVER;
  const top = Math.floor(cell / CELL_COLUMNS) * CELL - MARGIN_Y - shift.y - REACH_OVER;
  if (!isInside(left, top)) return STILL;
  const patch = {
    frame,
    left,
    top,
    past: past.picture,
    fromX: left + shift.x - past.shift.x,
    fromY: top + shift.y - past.shift.y,
  };
  const stayed = differenceAt(patch, STILL, Infinity);
  if (stayed < DIFFERS || stayed === Infinity) return STILL;
  let best = STILL;
  let least = stayed;
  for (let step = FIRST_STEP; step >= 1; step /= 2) {
    const { x, y } = best;
    for (let i = 0; i < 9; i++) {
      const tried = { x: x + ((i % 3) - 1) * step, y: y + (Math.floor(i / 3) - 1) * step };
      const difference = differenceAt(patch, tried, least);
      if (difference >= least) continue;
      least = difference;
      best = tried;
    }
  }
  return least < MATCHES * stayed ? { x: -best.x, y: -best.y } : STILL;
}

interface Patch {
  readonly frame: Uint8Array;
  readonly left: number;
  readonly top: number;
  readonly past: Uint8Array;
  readonly fromX: number;
  readonly fromY: number;
}

/** The sum of absolute differences over every other pixel; it stops at `most`. Infinite where the past frame ends. */
function differenceAt(patch: Patch, offset: Offset, most: number): number {
  const { frame, past } = patch;
  const [fromX, fromY] = [patch.fromX + offset.x, patch.fromY + offset.y];
  if (!isInside(fromX, fromY)) return Infinity;
  let sum = 0;
  for (let y = 0; y < PATCH && sum < most; y++) {
    const now = (patch.top + y) * LUMA_WIDTH + patch.left;
    const then = (fromY + y) * LUMA_WIDTH + fromX;
    for (let x = y & 1; x < PATCH; x += 2) sum += Math.abs((frame[now + x] ?? 0) - (past[then + x] ?? 0));
  }
  return sum;
}

function isInside(left: number, top: number): boolean {
  return left >= 0 && top >= 0 && left + PATCH <= LUMA_WIDTH && top + PATCH <= LUMA_HEIGHT;
}
