import { LUMA_HEIGHT, LUMA_WIDTH } from './luma-size.ts';
import { Shrinker } from './shrinker.ts';

export { LUMA_HEIGHT, LUMA_WIDTH } from './luma-size.ts';

/** A house has a few sizes of picture; the weights for these many are kept. */
const MOST_SIZES = 8;

/** By size; they hold weights and scratch, nothing of a picture that is looked at again. */
const shrinkers = new Map<string, Shrinker>();

/**
 * Shrinks a picture's brightness to the size that the motion detector takes. Each pixel of the result is the mean of the
 * area that it covers, so that noise averages out and nothing thin falls between two pixels. The whole picture is used:
 * one that is not 16:9 is stretched, and boxes stay right because they are fractions of the frame.
 *
 * @param plane 8-bit brightness row by row without padding; the Y plane of a yuv420p frame (what follows it is ignored)
 *   or a greyscale picture. At least `width * height` bytes.
 * @returns 320×180 bytes, a new array (or a view of `plane` when it has that size already).
 * @throws {RangeError} when `plane` is too short for its size.
 */
export function lumaOf(plane: Uint8Array, width: number, height: number): Uint8Array {
  if (!(width > 0 && height > 0) || plane.length < width * height)
    throw new RangeError(`a ${width}×${height} plane has ${plane.length} bytes`);
  if (width === LUMA_WIDTH && height === LUMA_HEIGHT) return plane.subarray(0, width * height);
  return shrinkerFor(width, height).shrink(plane);
}

function shrinkerFor(width: number, height: number): Shrinker {
  const size = `${width}×${height}`;
  const known = shrinkers.get(size);
  if (known !== undefined) return known;
  const [oldest] = shrinkers.keys();
  if (oldest !== undefined && shrinkers.size >= MOST_SIZES) shrinkers.delete(oldest);
  const shrinker = new Shrinker(width, height);
  shrinkers.set(size, shrinker);
  return shrinker;
}
