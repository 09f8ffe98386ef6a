/** So many intervals are remembered, and so few must be known before the pace counts. */
const REMEMBERED = 25;
const KNOWN = 3;
/** Before the pace is known, a pause of this length is silence. */
const UNKNOWN_SILENCE_MS = 5_000;
const LEAST_SILENCE_MS = 2_000;

/** How fast pictures come: by their own clock, and by ours. Times are milliseconds. */
export class Pace {
  readonly #arrivals: number[] = [];
  readonly #clock: number[] = [];
  #count = 0;
  #last: { readonly atMs: number; readonly stampMs: number } | null = null;

  /** @param stampMs the picture's own time; @param atMs when it arrived, by a monotonic clock. */
  add(stampMs: number, atMs: number): void {
    if (this.#last !== null) {
      remember(this.#arrivals, atMs - this.#last.atMs);
      remember(this.#clock, stampMs - this.#last.stampMs);
    }
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
    return this.isTruthful && ownMs > 0 ? ownMs : meanMs;
  }

  /** The camera's clock runs like ours, within a half, as far as can be told. */
  get isTruthful(): boolean {
    if (this.#arrivals.length < REMEMBERED) return true;
    const share = sum(this.#clock) / Math.max(1, sum(this.#arrivals));
    return share > 0.5 && share < 2 && this.#clock.every((stepMs) => stepMs >= 0 && stepMs < 10_000);
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
