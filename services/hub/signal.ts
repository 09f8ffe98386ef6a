/** News for whoever listens. It decides nothing: control is a call, news is a signal. */
export class Signal<T> {
  readonly #listeners = new Set<(news: T) => void>();

  /** Returns the function that ends the listening. */
  listen(listener: (news: T) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  send(news: T): void {
    for (const listener of this.#listeners) listener(news);
  }
}
