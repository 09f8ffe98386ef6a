import { LUMA_HEIGHT, LUMA_WIDTH } from './luma.ts';
import { type Background, canvasIndex, KNOWN_AGE, type Shift } from './motion-background.ts';
import { dilate3, erode3 } from './motion-extremes.ts';

/** How far a pixel must be from its background, in grey levels. */
export interface Threshold {
  /** Always at least this. */
  readonly least: number;
  /** And this many times the deviation that is usual there … */
  readonly deviations: number;
  /** … but that never asks for more than this. */
  readonly most: number;
}

/**
 * Compares a frame with the background under it. A pixel is foreground when it lies outside the interval that the 3×3
 * neighbourhood of the mean spans, by more than the threshold: edges may then move by a pixel, as they do in wind, by
 * compression and by the last of a camera's shake, without being motion.
 * @param mean the background's mean under the frame.
 * @returns 1 where a pixel differs (320×180), whether or not its background is known yet.
 */
export function foregroundOf(
  frame: Uint8Array,
  mean: Uint8Array,
  under: { readonly background: Background; readonly shift: Shift; readonly threshold: Threshold },
): Uint8Array {
  const low = new Uint8Array(frame.length);
  const high = new Uint8Array(frame.length);
  erode3(mean, low);
  dilate3(mean, high);
  const band = bandOf(under.background, under.shift, under.threshold);
  const mask = new Uint8Array(frame.length);
  for (let i = 0; i < frame.length; i++) {
    const value = frame[i] ?? 0;
    const allowed = band[i] ?? 0;
    mask[i] = value - (high[i] ?? 0) > allowed || (low[i] ?? 0) - value > allowed ? 1 : 0;
  }
  return mask;
}

/** Takes the pixels out of a mask whose background was seen too seldom to be known. */
export function hideUnknown(mask: Uint8Array, background: Background, shift: Shift): void {
  for (let y = 0, i = 0; y < LUMA_HEIGHT; y++) {
    let known = canvasIndex(shift, y);
    for (let x = 0; x < LUMA_WIDTH; x++, i++, known++)
      if ((background.age[known] ?? 0) < KNOWN_AGE) mask[i] = 0;
  }
}

/** The threshold of each pixel: its neighbourhood's largest deviation decides. */
function bandOf(background: Background, shift: Shift, threshold: Threshold): Uint8Array {
  const { least, deviations, most } = threshold;
  const band = new Uint8Array(LUMA_WIDTH * LUMA_HEIGHT);
  const dilated = new Uint8Array(LUMA_WIDTH * LUMA_HEIGHT);
  background.bandAt(shift, { times: deviations, most }, band);
  dilate3(band, dilated);
  for (let i = 0; i < dilated.length; i++) if ((dilated[i] ?? 0) < least) dilated[i] = least;
  return dilated;
}
