import { type AxisTaps, axisTaps, sourceOf } from './axis-taps.ts';
import type { Picture, RgbImage } from './image.ts';
import { ImageWorkspace } from './image-workspace.ts';
import { PictureRows } from './picture-rows.ts';
import type { PixelBox } from './pixel-box.ts';

/** What the weights of rows sum up to, as the kernel takes them. */
const ROW_UNIT = 16_384;
/** Bytes of the source that are laid at a time, unless a single target row needs more: they stay in the cache. */
const STRIP_BYTES = 256 * 1024;

/**
 * Cuts `box` out of the picture and scales it to `size`: by averaging the area where it shrinks, bilinear where it
 * grows. What lies outside the picture is black.
 */
export function cut(
  image: Picture,
  box: PixelBox,
  size: { readonly width: number; readonly height: number },
): RgbImage {
  const columns = axisTaps({ start: box.x, length: box.width, end: image.width, cells: size.width });
  const rows = axisTaps({ start: box.y, length: box.height, end: image.height, cells: size.height });
  const job = new CutJob(image, columns, rows);
  for (let y = 0; y < size.height;) y = job.cutStrip(y);
  return { width: size.width, height: size.height, data: job.result() };
}

/** One picture that is being cut, strip by strip. */
class CutJob {
  readonly #workspace = ImageWorkspace.begin();
  readonly #columns: AxisTaps;
  readonly #rows: AxisTaps;
  readonly #strip: PictureRows;
  readonly #mostRows: number;
  readonly #sums: number;
  readonly #rowWeights: number;
  readonly #firsts: number;
  readonly #weights: number;
  readonly #target: number;

  constructor(image: Picture, columns: AxisTaps, rows: AxisTaps) {
    const workspace = this.#workspace;
    const { first, end } = sourceOf(columns, 0, columns.first.length);
    this.#columns = columns;
    this.#rows = rows;
    this.#mostRows = Math.max(
      rows.most,
      Math.floor(STRIP_BYTES / Math.max(3 * (end - first + 1), image.width)),
    );
    this.#strip = new PictureRows(workspace, image, { x: first, end, rows: this.#mostRows });
    // Source pixels of no weight are read as well: those behind the last one must be numbers.
    this.#sums = workspace.take(4 * this.#strip.stride + 12 * columns.most);
    this.#rowWeights = workspace.take(4 * pairsOf(rows.most) * rows.first.length);
    this.#firsts = workspace.take(4 * columns.first.length);
    this.#weights = workspace.take(4 * columns.weights.length);
    this.#target = workspace.take(this.#bytes);
    this.#layTables();
  }

  /** Cuts target rows from `y` on, as many as a strip of the source holds. Gives the one to go on with. */
  cutStrip(y: number): number {
    const rows = this.#rows;
    let end = y + 1;
    while (end < rows.first.length && this.#fits(y, end + 1)) end += 1;
    const source = sourceOf(rows, y, end);
    const laid = this.#strip.lay(source.first, source.end - source.first);
    for (let row = y; row < end; row += 1) {
      const count = rows.count[row] ?? 0;
      const down = count === 0 ? 0 : (rows.first[row] ?? 0) - source.first;
      this.#cutRow(row, laid + down * this.#strip.stride, pairsOf(count));
    }
    return end;
  }

  result(): Uint8Array {
    return this.#workspace.bytes(this.#target, this.#bytes).slice();
  }

  get #bytes(): number {
    return 3 * this.#columns.first.length * this.#rows.first.length;
  }

  #fits(from: number, to: number): boolean {
    const { first, end } = sourceOf(this.#rows, from, to);
    return end - first <= this.#mostRows;
  }

  #cutRow(row: number, source: number, pairs: number): void {
    const { blendRows, blendColumns } = this.#workspace.kernels;
    const { stride } = this.#strip;
    const { most, first } = this.#columns;
    const weights = this.#rowWeights + 4 * pairsOf(this.#rows.most) * row;
    blendRows(source, stride, stride, weights, pairs, this.#sums);
    const target = this.#target + 3 * first.length * row;
    blendColumns(this.#sums, this.#firsts, this.#weights, most, first.length, target);
  }

  #layTables(): void {
    const { first, count, weights, most } = this.#columns;
    const cells = first.length;
    const offsets = first.map((column, cell) => ((count[cell] ?? 0) > 0 ? 12 * (column - this.#strip.x) : 0));
    this.#workspace.int32(this.#firsts, cells).set(offsets);
    this.#workspace.floats(this.#sums, 3 * (this.#strip.width + most)).fill(0);
    this.#workspace.floats(this.#weights, weights.length).set(weights);
    const pairs = pairsOf(this.#rows.most);
    const words = this.#workspace.int16(this.#rowWeights, 2 * pairs * this.#rows.first.length);
    layRowWeights(this.#rows, words);
  }
}

function pairsOf(rows: number): number {
  return (rows + 1) >> 1;
}

/** Each weight is the step of a sum that is rounded, so that flat pictures stay flat. */
function layRowWeights({ first, count, weights, most }: AxisTaps, words: Int16Array): void {
  words.fill(0);
  const places = 2 * pairsOf(most);
  for (let cell = 0; cell < first.length; cell += 1) {
    let sum = 0;
    let laid = 0;
    for (let tap = 0; tap < (count[cell] ?? 0); tap += 1) {
      sum += weights[cell * most + tap] ?? 0;
      const upTo = Math.round(sum * ROW_UNIT);
      words[cell * places + tap] = upTo - laid;
      laid = upTo;
    }
  }
}
