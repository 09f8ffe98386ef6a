import type { RgbImage } from './image.ts';
import type { PixelBox } from './pixel-box.ts';

/** For every target pixel, the source pixels that it is made of: `count` of them from `first` on, and their weights. */
interface Taps {
  readonly first: Int32Array;
  readonly count: Int32Array;
  readonly weights: Float32Array;
  readonly most: number;
}

/**
 * Cuts `box` out of the picture and scales it to `size`: by averaging the area where it shrinks, bilinear where it
 * grows. What lies outside the picture is black.
 */
export function cut(
  image: RgbImage,
  box: PixelBox,
  size: { readonly width: number; readonly height: number },
): RgbImage {
  const columns = tapsOf({ start: box.x, length: box.width, end: image.width, cells: size.width });
  const rows = tapsOf({ start: box.y, length: box.height, end: image.height, cells: size.height });
  const narrow = new Float32Array(size.width * 3);
  const sum = new Float32Array(size.width * 3);
  const data = new Uint8Array(size.width * size.height * 3);
  // Of neighbouring target rows the source rows may be shared: the last narrowed row is kept.
  let narrowed = -1;
  for (let y = 0; y < size.height; y += 1) {
    sum.fill(0);
    const first = rows.first[y] ?? 0;
    for (let tap = 0; tap < (rows.count[y] ?? 0); tap += 1) {
      if (narrowed !== first + tap) narrowRow({ image, row: first + tap, columns, target: narrow });
      narrowed = first + tap;
      const weight = rows.weights[y * rows.most + tap] ?? 0;
      for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + (narrow[i] ?? 0) * weight;
    }
    const offset = y * sum.length;
    for (let i = 0; i < sum.length; i += 1) data[offset + i] = (sum[i] ?? 0) + 0.5;
  }
  return { width: size.width, height: size.height, data };
}

function narrowRow(options: {
  readonly image: RgbImage;
  readonly row: number;
  readonly columns: Taps;
  readonly target: Float32Array;
}): void {
  const { image, row, columns, target } = options;
  const { data } = image;
  const start = row * image.width * 3;
  for (let x = 0; x < columns.first.length; x += 1) {
    let red = 0;
    let green = 0;
    let blue = 0;
    let source = start + (columns.first[x] ?? 0) * 3;
    const end = x * columns.most + (columns.count[x] ?? 0);
    for (let tap = x * columns.most; tap < end; tap += 1) {
      const weight = columns.weights[tap] ?? 0;
      red += (data[source] ?? 0) * weight;
      green += (data[source + 1] ?? 0) * weight;
      blue += (data[source + 2] ?? 0) * weight;
      source += 3;
    }
    target[x * 3] = red;
    target[x * 3 + 1] = green;
    target[x * 3 + 2] = blue;
  }
}

/** The taps along one axis; `end` is the number of source pixels, `cells` that of target pixels. */
function tapsOf(axis: { start: number; length: number; end: number; cells: number }): Taps {
  const scale = axis.length / axis.cells;
  // A tent of one source pixel half-width when growing, a box of `scale` source pixels when shrinking.
  const most = scale <= 1 ? 3 : Math.ceil(scale) + 1;
  const taps = {
    first: new Int32Array(axis.cells),
    count: new Int32Array(axis.cells),
    weights: new Float32Array(axis.cells * most),
    most,
  };
  for (let cell = 0; cell < axis.cells; cell += 1) {
    const centre = axis.start + (cell + 0.5) * scale;
    const reach = scale <= 1 ? 1 : scale / 2;
    const from = Math.floor(scale <= 1 ? centre - 0.5 : centre - reach);
    const first = Math.max(0, from);
    taps.first[cell] = first;
    for (let tap = 0; tap < most && first + tap < axis.end; tap += 1) {
      const weight = scale <= 1 ? tent(first + tap + 0.5 - centre) : overlap(first + tap, centre, scale);
      if (weight <= 0) break;
      taps.weights[cell * most + tap] = weight;
      taps.count[cell] = tap + 1;
    }
  }
  return taps;
}

function tent(distance: number): number {
  return 1 - Math.abs(distance);
}

/** The share of the box around `centre`, `scale` wide, that lies on the source pixel. */
function overlap(pixel: number, centre: number, scale: number): number {
  return (Math.min(pixel + 1, centre + scale / 2) - Math.max(pixel, centre - scale / 2)) / scale;
}
