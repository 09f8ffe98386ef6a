import { describe, expect, it } from 'vitest';
import { newsOf } from '../../../services/hub/news.ts';
import { Signal } from '../../../services/hub/signal.ts';

describe('news', () => {
  it('begin with what is, then tell what changes, until nobody listens', async () => {
    const signal = new Signal<{ is: string }>();
    const over = new AbortController();
    const news = newsOf(signal, { signal: over.signal, keep: 10, first: () => ({ is: 'first' }) });
    expect(await news.next()).toEqual({ value: { is: 'first' }, done: false });
    signal.send({ is: 'a' });
    signal.send({ is: 'b' });
    expect(await news.next()).toEqual({ value: { is: 'a' }, done: false });
    expect(await news.next()).toEqual({ value: { is: 'b' }, done: false });
    const waiting = news.next();
    signal.send({ is: 'c' });
    expect(await waiting).toEqual({ value: { is: 'c' }, done: false });
    const last = news.next();
    over.abort();
    expect(await last).toEqual({ value: undefined, done: true });
  });

  it('drop the oldest for a reader that sleeps', async () => {
    const signal = new Signal<{ is: number }>();
    const news = newsOf(signal, { signal: undefined, keep: 2, first: () => ({ is: 0 }) });
    await news.next();
    for (const number of [1, 2, 3, 4]) signal.send({ is: number });
    expect([(await news.next()).value, (await news.next()).value]).toEqual([{ is: 3 }, { is: 4 }]);
    await news.return();
  });
});
