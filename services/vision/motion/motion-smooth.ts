import type { MotionWorkspace } from './motion-workspace.ts';

/**
 * Smooths a 320×180 picture with the 3×3 binomial (Gaussian) kernel 1-2-1; beyond its edge the picture repeats its last
 * row and column. Sensor noise drops to 0.375 of its deviation and an edge moves by less than a pixel.
 * @returns the workspace's `frame`, until the next one.
 */
export function smooth(workspace: MotionWorkspace, luma: Uint8Array): Uint8Array {
  const { kernels, frame, scratch } = workspace;
  workspace.luma.set(luma);
  kernels.smooth(workspace.luma.byteOffset, frame.byteOffset, scratch.byteOffset);
  return frame;
}
