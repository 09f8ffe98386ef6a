/** The size of the picture that motion is looked for in, in pixels. */
export const LUMA_WIDTH = 320;
export const LUMA_HEIGHT = 180;

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
  const luma = new Uint8Array(LUMA_WIDTH * LUMA_HEIGHT);
  const columns = spansOf(width, LUMA_WIDTH);
  const rows = spansOf(height, LUMA_HEIGHT);
  const row = new Float32Array(width);
  for (let y = 0; y < LUMA_HEIGHT; y++) {
    averageRows({ plane, width, spans: rows, y }, row);
    averageColumns(row, columns, luma.subarray(y * LUMA_WIDTH, (y + 1) * LUMA_WIDTH));
  }
  return luma;
}

/** For each target pixel: its first and last source pixel, and the share of the target that those two and each other one make up. */
interface Spans {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly firstWeight: Float32Array;
  readonly lastWeight: Float32Array;
  readonly innerWeight: number;
}

function spansOf(source: number, target: number): Spans {
  const first = new Int32Array(target);
  const last = new Int32Array(target);
  const firstWeight = new Float32Array(target);
  const lastWeight = new Float32Array(target);
  for (let i = 0; i < target; i++) {
    // In units of 1/target of a source pixel all edges are whole numbers, so nothing is lost to rounding.
    const from = i * source;
    const to = from + source;
    const a = Math.floor(from / target);
    const b = Math.ceil(to / target) - 1;
    first[i] = a;
    last[i] = b;
    firstWeight[i] = (Math.min(to, (a + 1) * target) - from) / source;
    lastWeight[i] = a === b ? 0 : (to - b * target) / source;
  }
  return { first, last, firstWeight, lastWeight, innerWeight: target / source };
}

/** The weighted mean of the source rows under target row `y`. */
function averageRows(
  source: { readonly plane: Uint8Array; readonly width: number; readonly spans: Spans; readonly y: number },
  row: Float32Array,
): void {
  const { plane, width, spans, y } = source;
  const first = spans.first[y] ?? 0;
  const last = spans.last[y] ?? 0;
  const firstWeight = spans.firstWeight[y] ?? 0;
  for (let x = 0, i = first * width; x < width; x++, i++) row[x] = (plane[i] ?? 0) * firstWeight;
  for (let line = first + 1; line <= last; line++) {
    const weight = line === last ? (spans.lastWeight[y] ?? 0) : spans.innerWeight;
    for (let x = 0, i = line * width; x < width; x++, i++) row[x] = (row[x] ?? 0) + (plane[i] ?? 0) * weight;
  }
}

function averageColumns(row: Float32Array, spans: Spans, target: Uint8Array): void {
  const { first, last, firstWeight, lastWeight, innerWeight } = spans;
  for (let x = 0; x < LUMA_WIDTH; x++) {
    const a = first[x] ?? 0;
    const b = last[x] ?? 0;
    let sum = (row[a] ?? 0) * (firstWeight[x] ?? 0);
    for (let i = a + 1; i < b; i++) sum += (row[i] ?? 0) * innerWeight;
    target[x] = sum + (row[b] ?? 0) * (lastWeight[x] ?? 0) + 0.5;
  }
}
