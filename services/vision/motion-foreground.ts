import { LUMA_HEIGHT, LUMA_WIDTH } from './luma.ts';
import {
  type Background,
  CANVAS_WIDTH,
  canvasIndex,
  KNOWN_AGE,
  ONE,
  type Shift,
} from './motion-background.ts';

/** How far a pixel must be from its background, in grey levels. */
export interface Threshold {
  /** Always more than this. */
  readonly least: number;
  /** And more than this many times the deviation that is usual there … */
  readonly deviations: number;
  /** … but that never asks for more than this. */
  readonly most: number;
}

/**
 * Compares a frame with the background under it. A pixel is foreground when it lies outside the interval that the 3×3
 * neighbourhood of the mean spans, by more than the threshold, for which the neighbourhood's largest deviation counts:
 * edges may then move by a pixel, as they do in wind, by compression and by the last of a camera's shake, without being
 * motion.
 * @returns 1 where a pixel differs (320×180), whether or not its background is known yet.
 */
export function foregroundOf(
  frame: Uint8Array,
  under: { readonly background: Background; readonly shift: Shift; readonly threshold: Threshold },
): Uint8Array {
  const { threshold, shift, background } = under;
  const canvas = background.levels;
  const limits = { ...threshold, deviation: background.deviation, canvas };
  const mask = new Uint8Array(frame.length);
  for (let y = 0, i = 0; y < LUMA_HEIGHT; y++) {
    let at = canvasIndex(shift, y);
    for (let x = 0; x < LUMA_WIDTH; x++, i++, at++) {
      const value = frame[i] ?? 0;
      const difference = value - (canvas[at] ?? 0);
      // The interval holds the mean itself, so only a pixel far from it needs a look at its neighbours.
      if (difference > threshold.least || difference < -threshold.least) mask[i] = differs(value, at, limits);
    }
  }
  return mask;
}

interface Limits extends Threshold {
  readonly deviation: Int32Array;
  readonly canvas: Uint8ClampedArray;
}

/** 1 when a value is too far from what the background's neighbourhood of `centre` holds, else 0. */
function differs(value: number, centre: number, limits: Limits): number {
  const { canvas, deviation } = limits;
  let low = 255;
  let high = 0;
  let spread = 0;
  for (let row = centre - CANVAS_WIDTH - 1; row <= centre + CANVAS_WIDTH; row += CANVAS_WIDTH)
    for (let at = row; at < row + 3; at++) {
      const known = canvas[at] ?? 0;
      if (known < low) low = known;
      if (known > high) high = known;
      const usual = deviation[at] ?? 0;
      if (usual > spread) spread = usual;
    }
  const band = Math.min((spread / ONE) * limits.deviations, limits.most);
  const allowed = Math.max(band, limits.least);
  return value - high > allowed || low - value > allowed ? 1 : 0;
}

/** Takes the pixels out of a mask whose background was seen too seldom to be known. */
export function hideUnknown(mask: Uint8Array, background: Background, shift: Shift): void {
  for (let y = 0, i = 0; y < LUMA_HEIGHT; y++) {
    let at = canvasIndex(shift, y);
    for (let x = 0; x < LUMA_WIDTH; x++, i++, at++)
      if (mask[i] === 1 && (background.age[at] ?? 0) < KNOWN_AGE) mask[i] = 0;
  }
}
