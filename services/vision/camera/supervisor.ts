import { setTimeout as sleep } from 'node:timers/promises';
import { Backoff } from './backoff.ts';
import type { StreamTrouble } from './stream-trouble.ts';

/** A connection that lasted this long was a good one: the next pause starts at one second. */
const WELL_MS = 10_000;

/** How one attempt ended: it shall be tried `again` at once, in another manner, or is `over`; why, and how long there was something to see. */
export interface Attempt {
  readonly kind: 'again' | 'over';
  readonly trouble: StreamTrouble;
  readonly liveMs: number;
}

interface Supervised {
  readonly attempt: (signal: AbortSignal) => Promise<Attempt>;
  readonly lost: (trouble: StreamTrouble, retryAtMs: number) => void;
}

/** So many times in a row another manner is tried at once. */
const MOST_AGAIN = 3;

/** Tries for ever, with growing pauses, until the signal. */
export async function supervise({ attempt, lost }: Supervised, signal: AbortSignal): Promise<void> {
  const backoff = new Backoff();
  let again = 0;
  for (;;) {
    const { kind, trouble, liveMs } = await attempt(signal);
    if (signal.aborted) return;
    if (liveMs > WELL_MS) {
      backoff.reset();
      again = 0;
    }
    again = kind === 'again' ? again + 1 : 0;
    if (kind === 'again' && again <= MOST_AGAIN) continue;
    const pauseMs = backoff.nextMs();
    lost(trouble, Date.now() + pauseMs);
    await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}
