interface Patience {
  /** What was said stays for at least so long. */
  readonly leastMs: number;
  /** What is to be said instead must have held for so long. */
  readonly settleMs: number;
}

/** A word for people to read that follows what changes many times a second, but never flickers. Times in milliseconds. */
export class Steady<T> {
  readonly #patience: Patience;
  #said: { readonly word: T; readonly sinceMs: number } | null = null;
  #next: { readonly word: T; readonly sinceMs: number } | null = null;

  constructor(patience: Patience) {
    this.#patience = patience;
  }

  /** What to say now that `word` would be right; at once what is `urgent`. */
  say(word: T, atMs: number, urgent = false): T {
    if (this.#next?.word !== word) this.#next = { word, sinceMs: atMs };
    const { leastMs, settleMs } = this.#patience;
    const mayChange =
      this.#said === null || (atMs - this.#said.sinceMs >= leastMs && atMs - this.#next.sinceMs >= settleMs);
    if (this.#said === null || (this.#said.word !== word && (urgent || mayChange)))
      this.#said = { word, sinceMs: atMs };
    return this.#said.word;
  }
}
