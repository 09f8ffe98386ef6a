import { useSyncExternalStore } from 'react';
import type { Size } from '../parts/element-size.ts';

let known: Size = { width: innerWidth, height: innerHeight };

function subscribe(changed: () => void): () => void {
  const stopping = new AbortController();
  addEventListener('resize', changed, { signal: stopping.signal });
  return () => {
    stopping.abort();
  };
}

function viewport(): Size {
  if (known.width !== innerWidth || known.height !== innerHeight)
    known = { width: innerWidth, height: innerHeight };
  return known;
}

/** The size of the window in CSS pixels. */
export function useViewport(): Size {
  return useSyncExternalStore(subscribe, viewport);
}
