import type { Signal } from './signal.ts';

/**
 * A signal as an endless stream, for one slow reader: it ends when `signal` aborts. At most `keep` pieces of news wait,
 * the oldest is dropped first, so that a page that sleeps costs nothing. With `keep: 1` the reader sees the newest state.
 */
export async function* newsOf<T extends object>(
  source: Signal<T>,
  options: { readonly signal: AbortSignal | undefined; readonly keep: number; readonly first?: () => T },
): AsyncGenerator<T, void> {
  const waiting: T[] = [];
  let wake: () => void = () => undefined;
  const end = source.listen((news) => {
    waiting.push(news);
    if (waiting.length > options.keep) waiting.shift();
    wake();
  });
  const abort = (): void => {
    wake();
  };
  options.signal?.addEventListener('abort', abort);
  try {
    if (options.first !== undefined) yield options.first();
    while (options.signal?.aborted !== true) {
      const [next] = waiting.splice(0, 1);
      if (next !== undefined) yield next;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    end();
    options.signal?.removeEventListener('abort', abort);
  }
}
