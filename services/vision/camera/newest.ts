/** A letter box that holds one thing: what is put in later replaces what was not fetched yet. Made for one reader. */
export class Newest<T> {
  #item: { readonly value: T } | null = null;
  #waiting: ((next: IteratorResult<T, undefined>) => void) | null = null;
  #closed = false;
  #taken: (() => void)[] = [];

  /** False when the thing that lay there was never fetched and is gone now. */
  put(value: T): boolean {
    if (this.#closed) return false;
    if (this.#waiting !== null) {
      this.#waiting({ done: false, value });
      this.#waiting = null;
      return true;
    }
    const kept = this.#item === null;
    this.#item = { value };
    return kept;
  }

  /** Resolves when nothing lies here that was not fetched yet. */
  async empty(): Promise<void> {
    if (this.#item === null || this.#closed) return;
    await new Promise<void>((resolve) => this.#taken.push(resolve));
  }

  /** Ends the reading; what was not fetched is dropped. */
  close(): void {
    this.#closed = true;
    this.#item = null;
    this.#tellTaken();
    this.#waiting?.({ done: true, value: undefined });
    this.#waiting = null;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for (;;) {
      const next = await this.#next();
      if (next.done === true) return;
      yield next.value;
    }
  }

  #next(): Promise<IteratorResult<T, undefined>> {
    if (this.#closed) return Promise.resolve({ done: true, value: undefined });
    if (this.#item !== null) {
      const { value } = this.#item;
      this.#item = null;
      this.#tellTaken();
      return Promise.resolve({ done: false, value });
    }
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  #tellTaken(): void {
    for (const resolve of this.#taken.splice(0)) resolve();
  }
}
