const FIRST_MS = 1000;
const LONGEST_MS = 30_000;

/** Pauses between attempts: doubling from one second to thirty, each shortened by up to a half by chance, so that cameras that fell together don't come back together. */
export class Backoff {
  readonly #random: () => number;
  #attempts = 0;

  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  nextMs(): number {
    const fullMs = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#attempts);
    this.#attempts += 1;
    return Math.max(FIRST_MS, Math.round(fullMs * (1 - this.#random() / 2)));
  }

  reset(): void {
    this.#attempts = 0;
  }
}
