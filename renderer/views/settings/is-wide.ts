import { useSyncExternalStore } from 'react';

const wide = matchMedia('(min-width: 64rem)');

function subscribe(changed: () => void): () => void {
  wide.addEventListener('change', changed);
  return () => {
    wide.removeEventListener('change', changed);
  };
}

/** Whether there is room for the list and what is chosen from it. */
export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, () => wide.matches);
}
