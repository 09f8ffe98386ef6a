import { Arena } from './arena.ts';
import { LUMA_HEIGHT, LUMA_WIDTH } from './luma-size.ts';
import { bindMotionKernels, type MotionKernels } from './motion-kernels.ts';

/** What the weights of the rows under a target row sum up to, and those of the columns: flat pictures stay flat. */
const ROW_UNIT = 128;
const COLUMN_UNIT = 256;
/** Columns are added by so many at a time. */
const VECTOR = 8;
/** And rows so many columns at a time, which may reach beyond the last one. */
const STRIP = 32;

/** Shrinks (or enlarges) pictures of one size to 320×180 by the mean of the area that each pixel covers. */
export class Shrinker {
  readonly #kernels: MotionKernels;
  readonly #width: number;
  readonly #rows: readonly Row[];
  readonly #taps: number;
  readonly #source: Uint8Array;
  readonly #columns: number;
  readonly #sums: number;
  readonly #target: Uint8Array;

  constructor(width: number, height: number) {
    this.#width = width;
    const rows = spansOf(height, LUMA_HEIGHT, ROW_UNIT);
    const columns = spansOf(width, LUMA_WIDTH, COLUMN_UNIT);
    this.#taps = Math.ceil(longest(columns) / VECTOR) * VECTOR;
    const most = longest(rows);
    const weighing = LUMA_HEIGHT * most + LUMA_WIDTH * (2 * this.#taps + 4);
    const arena = new Arena((most + 2) * width + weighing + LUMA_WIDTH * LUMA_HEIGHT + 4096);
    this.#kernels = bindMotionKernels(arena.memory);
    this.#source = arena.bytes(most * width, STRIP);
    this.#sums = arena.int16(width + this.#taps + STRIP).byteOffset;
    this.#target = arena.bytes(LUMA_WIDTH * LUMA_HEIGHT);
    this.#rows = layRows(rows, arena.bytes(LUMA_HEIGHT * most));
    // The kernel takes the weights right behind the places, which fill whole lines of the cache.
    const firsts = arena.uint32(LUMA_WIDTH);
    const weights = arena.int16(LUMA_WIDTH * this.#taps);
    for (const [x, span] of columns.entries()) {
      firsts[x] = 2 * span.first;
      weights.set(span.weights, x * this.#taps);
    }
    this.#columns = firsts.byteOffset;
  }

  /** @param plane at least width × height bytes. */
  shrink(plane: Uint8Array): Uint8Array {
    const width = this.#width;
    for (const [y, { first, count, weights }] of this.#rows.entries()) {
      this.#source.set(plane.subarray(first * width, (first + count) * width));
      this.#kernels.shrinkRow(
        this.#source.byteOffset,
        width,
        count,
        weights,
        this.#columns,
        this.#taps,
        this.#sums,
        this.#target.byteOffset + y * LUMA_WIDTH,
      );
    }
    return this.#target.slice();
  }
}

/** The source rows under a target row, and where their weights lie. */
interface Row {
  readonly first: number;
  readonly count: number;
  readonly weights: number;
}

function layRows(spans: readonly Span[], room: Uint8Array): readonly Row[] {
  let next = 0;
  return spans.map(({ first, weights }) => {
    const at = next;
    room.set(weights, at);
    next += weights.length;
    return { first, count: weights.length, weights: room.byteOffset + at };
  });
}

/** The source pixels under a target pixel: the first, and the weight of each. */
interface Span {
  readonly first: number;
  readonly weights: readonly number[];
}

/** @param unit what the weights of each span sum up to. */
function spansOf(source: number, target: number, unit: number): readonly Span[] {
  return Array.from({ length: target }, (_, i) => {
    // In units of 1/target of a source pixel all edges are whole numbers, so nothing is lost to rounding.
    const from = i * source;
    const to = from + source;
    const first = Math.floor(from / target);
    const last = Math.ceil(to / target) - 1;
    // Each weight is the step of a sum that is rounded, so that the last one reaches the unit exactly.
    const upTo = (edge: number) => Math.round(((Math.min(edge * target, to) - from) / source) * unit);
    const weights = Array.from({ length: last - first + 1 }, (_, n) => {
      const edge = first + n;
      return upTo(edge + 1) - (n === 0 ? 0 : upTo(edge));
    });
    return { first, weights };
  });
}

function longest(spans: readonly Span[]): number {
  return Math.max(...spans.map(({ weights }) => weights.length));
}
