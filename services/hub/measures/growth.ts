/** Turns counts that only grow into how much they grew between two looks. */
export class Growth {
  #before = new Map<string, number>();
  #now = new Map<string, number>();

  /** A new look begins; a count that the last one did not see begins anew. */
  next(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }

  /** Null where the last look did not see this count, and when it began anew meanwhile. */
  since(key: string, count: number | null): number | null {
    if (count === null) return null;
    const before = this.#before.get(key);
    this.#now.set(key, count);
    return before === undefined || count < before ? null : count - before;
  }
}
