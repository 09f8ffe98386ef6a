import { CANVAS_HEIGHT, CANVAS_WIDTH, MARGIN_X, MARGIN_Y, type Shift } from './motion-background.ts';
import { BLOCK, BLOCK_COLUMNS } from './motion-blocks.ts';
import type { Edges } from './motion-components.ts';

/** What is learnt of the scene's parts is kept in cells of 8×8 pixels of the background's canvas: 46×27 of them. */
export const CELL = 8;
export const CELL_COLUMNS = Math.ceil(CANVAS_WIDTH / CELL);
export const CELLS = CELL_COLUMNS * Math.ceil(CANVAS_HEIGHT / CELL);

/** The cells under blocks of the frame (indices of the 80×45), one for each block. */
export function cellsOf(blocks: readonly number[], shift: Shift): readonly number[] {
  return blocks.map((block) => {
    const x = (block % BLOCK_COLUMNS) * BLOCK + MARGIN_X + shift.x;
    const y = Math.floor(block / BLOCK_COLUMNS) * BLOCK + MARGIN_Y + shift.y;
    return Math.floor(y / CELL) * CELL_COLUMNS + Math.floor(x / CELL);
  });
}

/** The cells that a rectangle touches, in pixels from where the first frame lay. */
export function cellsIn({ left, top, right, bottom }: Edges): readonly number[] {
  const cells: number[] = [];
  const last = Math.min(Math.floor((right - 1 + MARGIN_X) / CELL), CELL_COLUMNS - 1);
  for (
    let y = Math.max(Math.floor((top + MARGIN_Y) / CELL), 0);
    y <= Math.floor((bottom - 1 + MARGIN_Y) / CELL);
    y++
  )
    for (let x = Math.max(Math.floor((left + MARGIN_X) / CELL), 0); x <= last; x++)
      cells.push(y * CELL_COLUMNS + x);
  return cells.filter((cell) => cell < CELLS);
}
