/** Work that must not overlap: each piece begins when the one before is over, however that ended. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Never called from within another turn, which would wait for itself. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}
