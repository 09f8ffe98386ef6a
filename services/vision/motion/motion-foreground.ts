import { type Background, canvasIndex, KNOWN_AGE, type Shift } from './motion-background.ts';
import { BLOCK, BLOCK_COLUMNS, BLOCK_ROWS } from './motion-blocks.ts';
import type { MotionWorkspace } from './motion-workspace.ts';

/** How far a pixel must be from its background, in grey levels. */
export interface Threshold {
  /** Always more than this, 0..255. */
  readonly least: number;
  /** And more than this many times the deviation that is usual there … */
  readonly deviations: number;
  /** … but that never asks for more than this, 0..255. */
  readonly most: number;
}

/** Factors of a threshold are in 1/16, so that this leaves it as it is. */
export const AS_IS = 16;
/** The factor of a block where nothing ever counts as foreground. */
export const NEVER = 0xff;

/**
 * Sets for each block of 4×4 pixels how calmly it is watched.
 * @param factors of the threshold, 80×45, in 1/16: `AS_IS`, less where it is watched keenly, or `NEVER`.
 */
export function setLimits(workspace: MotionWorkspace, threshold: Threshold, factors: Uint8Array): void {
  for (let block = 0; block < BLOCK_COLUMNS * BLOCK_ROWS; block++) {
    const factor = factors[block] ?? AS_IS;
    const least = factor === NEVER ? 255 : Math.min((threshold.least * factor) >> 4, 255);
    for (let i = BLOCK * block; i < BLOCK * (block + 1); i++) {
      workspace.leasts[i] = least;
      workspace.factors[i] = factor;
    }
  }
}

/**
 * Compares a frame with the background under it. A pixel is foreground when it lies outside the interval that the 3×3
 * neighbourhood of the mean spans, by more than the threshold, for which the neighbourhood's largest deviation counts:
 * edges may then move by a pixel, as they do in wind, by compression and by the last of a camera's shake, without being
 * motion. The workspace's `cells` count them.
 * @returns the canvas's mask: 1 where a pixel differs, whether or not its background is known yet.
 */
export function foregroundOf(
  workspace: MotionWorkspace,
  under: { readonly background: Background; readonly shift: Shift; readonly threshold: Threshold },
): Uint8Array {
  const { kernels, frame, leasts, factors, cells } = workspace;
  const { levels, deviation, mask } = under.background.canvas;
  const at = canvasIndex(under.shift);
  kernels.markForeground(
    frame.byteOffset,
    levels.byteOffset + at,
    deviation.byteOffset + 2 * at,
    leasts.byteOffset,
    factors.byteOffset,
    Math.round(under.threshold.deviations * 256),
    under.threshold.most,
    mask.byteOffset,
    cells.byteOffset,
  );
  return mask;
}

/** Takes the pixels out of the canvas's mask whose background was seen too seldom to be known. */
export function hideUnknown(workspace: MotionWorkspace, background: Background, shift: Shift): void {
  const { mask, age } = background.canvas;
  workspace.kernels.hideYoung(mask.byteOffset, age.byteOffset + canvasIndex(shift), KNOWN_AGE);
}
