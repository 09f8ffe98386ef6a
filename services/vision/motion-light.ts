/** A change of light is worth following from this many grey levels on. */
const LEAST = 2;
/** A pixel agrees with the background when it differs by no more than this. */
const AGREES = 14;
/** Every fourth pixel in each direction is enough for a median. */
const STEP = 4;

/**
 * The brightness by which the whole scene changed: the median difference of a frame to its background, in grey levels.
 * 0 when it is small, or when following it would bring fewer pixels to agree (then it is a large object, not the light).
 * @param frame and `mean`: pictures of the same size, `width` pixels a row.
 */
export function lightChange(frame: Uint8Array, mean: Uint8ClampedArray, width: number): number {
  const histogram = new Uint32Array(511);
  let count = 0;
  for (let row = 0; row < frame.length; row += width * STEP)
    for (let i = row; i < row + width; i += STEP) {
      const bin = (frame[i] ?? 0) - (mean[i] ?? 0) + 255;
      histogram[bin] = (histogram[bin] ?? 0) + 1;
      count++;
    }
  const change = medianOf(histogram, count) - 255;
  if (Math.abs(change) <= LEAST) return 0;
  return within(histogram, change) > within(histogram, 0) ? change : 0;
}

function medianOf(histogram: Uint32Array, count: number): number {
  let below = 0;
  for (let bin = 0; bin < histogram.length; bin++) {
    below += histogram[bin] ?? 0;
    if (2 * below >= count) return bin;
  }
  return histogram.length - 1;
}

/** How many samples agree with the background once it is brightened by `change`. */
function within(histogram: Uint32Array, change: number): number {
  let sum = 0;
  for (let bin = change + 255 - AGREES; bin <= change + 255 + AGREES; bin++) sum += histogram[bin] ?? 0;
  return sum;
}
