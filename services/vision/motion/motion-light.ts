import type { Background } from './motion-background.ts';
import { canvasIndex } from './motion-background.ts';
import { STILL } from './motion-shift.ts';
import type { MotionWorkspace } from './motion-workspace.ts';

/** A change of light is worth following from this many grey levels on. */
const LEAST = 2;
/** A pixel agrees with the background when it differs by no more than this. */
const AGREES = 14;
/** The picture is asked in twelve cells, of which this many must have changed, each by a third of the whole or more. */
const MOST_CELLS = 9;
/** Every fourth pixel in each direction is enough for a median. */
const STEP = 4;
const LEVELS = 511;

/**
 * The brightness by which the whole scene changed: the median difference of the workspace's frame, unshifted, to its
 * background, in grey levels. 0 when it is small, when it is only here and there, or when following it would bring fewer
 * pixels to agree: then it is a large object, not the light.
 */
export function lightChange(workspace: MotionWorkspace, background: Background): number {
  const { kernels, frame, scratch } = workspace;
  const levels = background.canvas.levels.byteOffset + canvasIndex(STILL);
  return kernels.lightChange(frame.byteOffset, levels, scratch.byteOffset, LEAST, AGREES, MOST_CELLS);
}

/** Grey levels of the background are taken together in 16 bins of this width. */
const BIN_BITS = 4;
const BINS = 256 >> BIN_BITS;
/** A bin with fewer samples than this share says nothing. */
const LEAST_SHARE = 0.01;

/**
 * How the light changed the picture, as a camera's exposure, gamma or lamp does: to each grey level of the background
 * the level that its pixels have now, by the medians of 16 bins and straight lines between them.
 * @param frame and `mean`: pictures of the same size, `width` pixels a row.
 * @returns 256 changes in grey levels, to be added to the background's level.
 */
export function lightCurve(frame: Uint8Array, mean: Uint8ClampedArray, width: number): Float32Array {
  const histograms = Array.from({ length: BINS }, () => new Uint32Array(LEVELS));
  const counts = new Uint32Array(BINS);
  let count = 0;
  for (let row = 0; row < frame.length; row += width * STEP)
    for (let i = row; i < row + width; i += STEP) {
      const known = mean[i] ?? 0;
      const bin = known >> BIN_BITS;
      const histogram = histograms[bin];
      if (histogram === undefined) continue;
      const difference = (frame[i] ?? 0) - known + 255;
      histogram[difference] = (histogram[difference] ?? 0) + 1;
      counts[bin] = (counts[bin] ?? 0) + 1;
      count++;
    }
  const knots = histograms.flatMap((histogram, bin) => {
    const inBin = counts[bin] ?? 0;
    if (inBin < LEAST_SHARE * count) return [];
    return [{ level: (bin + 0.5) * 2 ** BIN_BITS, change: medianOf(histogram) - 255 }];
  });
  return Float32Array.from({ length: 256 }, (_, level) => between(knots, level));
}

interface Knot {
  readonly level: number;
  readonly change: number;
}

function medianOf(histogram: Uint32Array): number {
  const count = histogram.reduce((sum, samples) => sum + samples, 0);
  let below = 0;
  for (let bin = 0; bin < histogram.length; bin++) {
    below += histogram[bin] ?? 0;
    if (2 * below >= count) return bin;
  }
  return histogram.length - 1;
}

/** The change at a level, on a straight line between the knots around it; beyond the last knot, that of the last. */
function between(knots: readonly Knot[], level: number): number {
  const above = knots.find((knot) => knot.level >= level);
  const below = knots.findLast((knot) => knot.level < level);
  if (above === undefined || below === undefined) return (above ?? below)?.change ?? 0;
  const share = (level - below.level) / (above.level - below.level);
  return below.change + share * (above.change - below.change);
}
