/** For every target pixel along one axis, the source pixels that it is made of. */
export interface AxisTaps {
  /** The first of them, and how many; none where all of them lie outside of the picture. */
  readonly first: Int32Array;
  readonly count: Int32Array;
  /** Their weights, `most` places for each target pixel. */
  readonly weights: Float32Array;
  readonly most: number;
}

/** The piece of the axis that `cells` target pixels show; `end` is the number of source pixels. */
export interface Axis {
  readonly start: number;
  readonly length: number;
  readonly end: number;
  readonly cells: number;
}

/** By the area that a target pixel covers where the piece shrinks, by a line between two pixels where it grows. */
export function axisTaps({ start, length, end, cells }: Axis): AxisTaps {
  const scale = length / cells;
  // A tent of one source pixel half-width when growing, a box of `scale` source pixels when shrinking.
  const most = scale <= 1 ? 2 : Math.ceil(scale) + 1;
  const taps = {
    first: new Int32Array(cells),
    count: new Int32Array(cells),
    weights: new Float32Array(cells * most),
    most,
  };
  for (let cell = 0; cell < cells; cell += 1) {
    const centre = start + (cell + 0.5) * scale;
    const first = Math.max(0, Math.floor(scale <= 1 ? centre - 0.5 : centre - scale / 2));
    taps.first[cell] = first;
    for (let tap = 0; tap < most && first + tap < end; tap += 1) {
      const weight = scale <= 1 ? tent(first + tap + 0.5 - centre) : overlap(first + tap, centre, scale);
      if (weight <= 0) break;
      taps.weights[cell * most + tap] = weight;
      taps.count[cell] = tap + 1;
    }
  }
  return taps;
}

/** The source pixels from `first` to before `end` that some cells from `from` to before `to` are made of; the same twice when none. */
export function sourceOf(
  { first, count }: AxisTaps,
  from: number,
  to: number,
): { readonly first: number; readonly end: number } {
  let least = Infinity;
  let end = 0;
  for (let cell = from; cell < to; cell += 1) {
    if ((count[cell] ?? 0) === 0) continue;
    least = Math.min(least, first[cell] ?? 0);
    end = Math.max(end, (first[cell] ?? 0) + (count[cell] ?? 0));
  }
  return { first: Math.min(least, end), end };
}

function tent(distance: number): number {
  return 1 - Math.abs(distance);
}

/** The share of the box around `centre`, `scale` wide, that lies on the source pixel. */
function overlap(pixel: number, centre: number, scale: number): number {
  return (Math.min(pixel + 1, centre + scale / 2) - Math.max(pixel, centre - scale / 2)) / scale;
}
