import { createWSClient } from '@trpc/client';
import { useSyncExternalStore } from 'react';

/** `away`: the hub was there and isn't now; the socket tries again by itself. */
export type Connection = 'starting' | 'open' | 'away';

const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';

/** The address of one of the hub's WebSockets. */
export function socketAddress(path: string): string {
  return `${scheme}//${location.host}${path}`;
}

/** The one socket for all calls. The ping finds a hub that hangs without closing its sockets. */
export const socket = createWSClient({
  url: socketAddress('/api'),
  retryDelayMs: (attempt) => Math.min(500 * 2 ** attempt, 5000),
  keepAlive: { enabled: true, intervalMs: 10_000, pongTimeoutMs: 10_000 },
});

export function connection(): Connection {
  const state = socket.connectionState.get();
  if (state.state === 'pending') return 'open';
  return state.error === null ? 'starting' : 'away';
}

function subscribe(changed: () => void): () => void {
  const subscription = socket.connectionState.subscribe({ next: changed });
  return () => {
    subscription.unsubscribe();
  };
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, connection);
}
