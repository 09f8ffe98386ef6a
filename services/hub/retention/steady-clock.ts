/** So much may the time of day gain or lose between two looks. */
const jumpMs = 3_600_000;
const trustedAfterMs = 86_400_000;

/**
 * Tells whether the time of day can be believed where days are counted: not for a day after it jumped, forth or back. Else a clock that
 * is wrong for a minute would have everything deleted as too old.
 */
export class SteadyClock {
  #last: { readonly wallMs: number; readonly monotonicMs: number } | null = null;
  #jumpedAtMs: number | null = null;

  /** Milliseconds since 1970, and of the machine's monotonic clock. */
  isSteady(wallMs: number, monotonicMs: number): boolean {
    const last = this.#last;
    this.#last = { wallMs, monotonicMs };
    const gainedMs = last === null ? 0 : wallMs - last.wallMs - (monotonicMs - last.monotonicMs);
    if (Math.abs(gainedMs) > jumpMs) this.#jumpedAtMs = monotonicMs;
    return this.#jumpedAtMs === null || monotonicMs - this.#jumpedAtMs >= trustedAfterMs;
  }
}
