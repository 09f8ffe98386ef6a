import { LUMA_HEIGHT, LUMA_WIDTH } from './luma-size.ts';
import type { MotionWorkspace } from './motion-workspace.ts';

/** Motion is gathered in blocks of 4×4 pixels: 80×45 of them. */
export const BLOCK = 4;
export const BLOCK_COLUMNS = LUMA_WIDTH / BLOCK;
export const BLOCK_ROWS = LUMA_HEIGHT / BLOCK;

/** A block moves when this many of its 16 pixels do. */
const LEAST_PIXELS = 3;

/**
 * The blocks (1 or 0) of a foreground mask (320×180, 1 or 0), with gaps of one block closed: 3×3 dilation, then erosion;
 * beyond the edge nothing is dilated from nor eroded by.
 * @returns the workspace's `blocks` (80×45), until the next call.
 */
export function blocksOf(workspace: MotionWorkspace, mask: Uint8Array): Uint8Array {
  const { kernels, blocks, moving, dilated } = workspace;
  kernels.gatherBlocks(
    workspace.offsetOf(mask),
    blocks.byteOffset,
    moving.byteOffset,
    dilated.byteOffset,
    LEAST_PIXELS,
  );
  return blocks;
}
