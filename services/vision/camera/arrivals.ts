/** A camera's clock may run this much slower than ours before its pictures seem late. */
const DRIFT = 0.001;
/** When nothing was punctual for this long, the stream itself is slow, and what is late is the norm. */
const PATIENCE_MS = 1000;
const REPORT_MS = 5000;

/**
 * Watches when pictures arrive: tells those that waited somewhere on their way, and measures the rate. While this process
 * is busy (a network runs), pictures pile up in pipes and sockets; looking at them in turn would leave us behind for ever.
 * ffmpeg sends at an even rate, so the n-th picture is due n intervals after the first; the earliest one so far, relative
 * to that, marks what is punctual. Times are milliseconds of a monotonic clock.
 */
export class Arrivals {
  readonly #intervalMs: number;
  #count = 0;
  #bestMs = Number.POSITIVE_INFINITY;
  #lastMs = 0;
  #lastPunctualMs = 0;
  #reported = { count: 0, atMs: 0 };

  constructor(framesPerSecond: number) {
    this.#intervalMs = 1000 / framesPerSecond;
  }

  get count(): number {
    return this.#count;
  }

  /** Notes an arrival; true when this picture is more than one and a half intervals late. */
  add(nowMs: number): boolean {
    const offsetMs = nowMs - this.#count * this.#intervalMs;
    if (this.#count === 0) this.#reported = { count: 1, atMs: nowMs };
    else this.#bestMs += (nowMs - this.#lastMs) * DRIFT;
    this.#count += 1;
    this.#lastMs = nowMs;
    this.#bestMs = Math.min(this.#bestMs, offsetMs);
    const late = offsetMs - this.#bestMs > 1.5 * this.#intervalMs;
    if (late && nowMs - this.#lastPunctualMs < PATIENCE_MS) return true;
    if (late) this.#bestMs = offsetMs;
    this.#lastPunctualMs = nowMs;
    return false;
  }

  get reportIsDue(): boolean {
    return this.#lastMs - this.#reported.atMs >= REPORT_MS;
  }

  /** Pictures per second since the last report, to one decimal; the rate that was asked for while too few have come. */
  report(): number {
    const seconds = (this.#lastMs - this.#reported.atMs) / 1000;
    const pictures = this.#count - this.#reported.count;
    this.#reported = { count: this.#count, atMs: this.#lastMs };
    return Math.round((seconds > 0 ? pictures / seconds : 1000 / this.#intervalMs) * 10) / 10;
  }
}
