import { describe, expect, it } from 'vitest';
import { LUMA_HEIGHT, LUMA_WIDTH } from '../../../../services/vision/motion/luma.ts';
import { blocksOf } from '../../../../services/vision/motion/motion-blocks.ts';
import { MotionWorkspace } from '../../../../services/vision/motion/motion-workspace.ts';
import { seeded } from './moving-scene.ts';

const COLUMNS = 80;
const ROWS = 45;

/** Whether a block of `wanted` lies in the 3×3 neighbourhood, inside of the picture. */
function near(blocks: Uint8Array, block: number, wanted: number): boolean {
  const [x, y] = [block % COLUMNS, Math.floor(block / COLUMNS)];
  return [-1, 0, 1].some((row) =>
    [-1, 0, 1].some((column) => {
      const inside = x + column >= 0 && x + column < COLUMNS && y + row >= 0 && y + row < ROWS;
      return inside && blocks[(y + row) * COLUMNS + x + column] === wanted;
    }),
  );
}

function expectedBlocks(mask: Uint8Array): Uint8Array {
  const counts = new Uint8Array(COLUMNS * ROWS);
  for (const [i, mark] of mask.entries()) {
    const block = Math.floor(i / LUMA_WIDTH / 4) * COLUMNS + Math.floor((i % LUMA_WIDTH) / 4);
    counts[block] = (counts[block] ?? 0) + mark;
  }
  const moving = counts.map((count) => (count >= 3 ? 1 : 0));
  const dilated = moving.map((_, block) => (near(moving, block, 1) ? 1 : 0));
  return dilated.map((_, block) => (near(dilated, block, 0) ? 0 : 1));
}

describe('blocksOf', () => {
  const random = seeded(41);
  const workspace = new MotionWorkspace();

  it.each([0, 0.02, 0.06, 0.12, 0.5, 1])('gathers a mask of which %d is set, and closes gaps', (share) => {
    const mask = new Uint8Array(LUMA_WIDTH * LUMA_HEIGHT).map(() => (random() < share ? 1 : 0));
    const expected = expectedBlocks(mask);
    // From outside and inside of the workspace, one after the other: nothing of the last mask is left.
    expect(blocksOf(workspace, mask).slice()).toEqual(expected);
    workspace.canvases[1]?.mask.set(mask);
    expect(blocksOf(workspace, workspace.canvases[1]?.mask ?? mask)).toEqual(expected);
  });

  it('keeps single blocks in the corners, and closes the gap of one block between two', () => {
    const mask = new Uint8Array(LUMA_WIDTH * LUMA_HEIGHT);
    const fill = (column: number, row: number) => {
      for (let y = 4 * row; y < 4 * row + 4; y++)
        mask.fill(1, y * LUMA_WIDTH + 4 * column, y * LUMA_WIDTH + 4 * column + 4);
    };
    for (const [column, row] of [
      [0, 0],
      [79, 0],
      [0, 44],
      [79, 44],
      [20, 20],
      [22, 20],
    ] as const)
      fill(column, row);
    const set = [...blocksOf(workspace, mask)].flatMap((value, block) => (value === 1 ? [block] : []));
    expect(set).toEqual([0, 79, 20 * 80 + 20, 20 * 80 + 21, 20 * 80 + 22, 44 * 80, 44 * 80 + 79]);
  });
});
