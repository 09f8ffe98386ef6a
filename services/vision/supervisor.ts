import { setTimeout as sleep } from 'node:timers/promises';
import { Backoff } from './backoff.ts';
import type { StreamTrouble } from './stream-trouble.ts';

/** A connection that lasted this long was a good one: the next pause starts at one second. */
const WELL_MS = 10_000;

/** How one attempt ended: `again`: at once, in another way; otherwise why, and for how long there were pictures. */
export type Attempt =
  | { readonly kind: 'again' }
  | { readonly kind: 'over'; readonly trouble: StreamTrouble; readonly liveMs: number };

interface Supervised {
  readonly attempt: (signal: AbortSignal) => Promise<Attempt>;
  readonly lost: (trouble: StreamTrouble, retryAtMs: number) => void;
}

/** So many times in a row another way is tried at once. */
const MOST_AGAIN = 3;

/** Tries for ever, with growing pauses, until the signal. */
export async function supervise({ attempt, lost }: Supervised, signal: AbortSignal): Promise<void> {
  const backoff = new Backoff();
  let again = 0;
  for (;;) {
    const end = await attempt(signal);
    if (signal.aborted) return;
    again = end.kind === 'again' ? again + 1 : 0;
    if (end.kind === 'again' && again <= MOST_AGAIN) continue;
    if (end.kind === 'over' && end.liveMs > WELL_MS) backoff.reset();
    const pauseMs = backoff.nextMs();
    if (end.kind === 'over') lost(end.trouble, Date.now() + pauseMs);
    await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}
