import type { Background, Shift } from './motion-background.ts';
import type { MotionWorkspace } from './motion-workspace.ts';

export const STILL: Shift = { x: 0, y: 0 };

/**
 * Where a frame of a shaking camera lies on the background: the shift with the least truncated absolute difference,
 * searched on a high-passed quarter-size picture (so that light doesn't matter), then refined to a pixel at full size. A
 * frame that fits where it is isn't searched at all, and the picture's parts must agree that it moved, or one large object
 * before a bare wall or road would seem to be the camera's shake.
 * @param frame the workspace's frame, in the background's light.
 */
export function findShift(workspace: MotionWorkspace, background: Background): Shift {
  const { kernels, frame, scratch } = workspace;
  const { levels } = background.canvas;
  const packed = kernels.findShift(frame.byteOffset, levels.byteOffset, scratch.byteOffset);
  if (packed === 0) return STILL;
  const y = (packed + 128) >> 8;
  return { x: packed - 256 * y, y };
}
