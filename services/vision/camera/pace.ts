/** So many intervals are remembered, and so few must be known before the pace counts. */
const REMEMBERED = 25;
/** Clocks are compared over a time in which a stall of the network weighs little. */
const COMPARED_MS = 6_000;
const KNOWN = 3;
const LONGEST_STEP_MS = 10_000;
/** Before the pace is known, a pause of this length is silence. */
const UNKNOWN_SILENCE_MS = 5_000;
const LEAST_SILENCE_MS = 2_000;

/** How fast pictures come: by their own clock, and by ours. Times are milliseconds. */
export class Pace {
  readonly #arrivals: number[] = [];
  readonly #clock: number[] = [];
  #count = 0;
  #span: { readonly atMs: number; readonly stampMs: number } | null = null;
  #truthful = true;
  #last: { readonly atMs: number; readonly stampMs: number } | null = null;

  /** @param stampMs the picture's own time; @param atMs when it arrived, by a monotonic clock. */
  add(stampMs: number, atMs: number): void {
    if (this.#last !== null) {
      remember(this.#arrivals, atMs - this.#last.atMs);
      remember(this.#clock, stampMs - this.#last.stampMs);
    }
    this.#compare(stampMs, atMs);
    this.#last = { atMs, stampMs };
    this.#count += 1;
  }

  /** Pictures so far. */
  get count(): number {
    return this.#count;
  }

  /** The usual time from one picture to the next; null while it is not known. */
  get intervalMs(): number | null {
    if (this.#arrivals.length < KNOWN) return null;
    const meanMs = sum(this.#arrivals) / this.#arrivals.length;
    const ownMs = medianOf(this.#clock);
    // Pictures that come in lumps, and bear the times of their arrival, have no interval of their own.
    return this.#truthful && ownMs > meanMs / 2 && ownMs < meanMs * 2 ? ownMs : meanMs;
  }

  /** The camera's clock never jumped, and runs like ours, within a half, as far as can be told. */
  get isTruthful(): boolean {
    return this.#truthful;
  }

  #compare(stampMs: number, atMs: number): void {
    const stepMs = stampMs - (this.#last?.stampMs ?? stampMs);
    if (stepMs < 0 || stepMs > LONGEST_STEP_MS) this.#truthful = false;
    this.#span ??= { atMs, stampMs };
    const passedMs = atMs - this.#span.atMs;
    if (passedMs < COMPARED_MS) return;
    const share = (stampMs - this.#span.stampMs) / passedMs;
    if (share < 0.5 || share > 2) this.#truthful = false;
    this.#span = { atMs, stampMs };
  }

  /** A camera that is silent for longer is lost: two seconds or three pictures, whichever is longer. */
  get silenceMs(): number {
    const { intervalMs } = this;
    return intervalMs === null ? UNKNOWN_SILENCE_MS : Math.max(LEAST_SILENCE_MS, 3 * intervalMs);
  }
}

function remember(values: number[], value: number): void {
  values.push(value);
  if (values.length > REMEMBERED) values.shift();
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
