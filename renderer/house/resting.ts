import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let resting = false;

/** The screen rests, or is awake again. */
export function setResting(now: boolean): void {
  if (resting === now) return;
  resting = now;
  for (const changed of listeners) changed();
}

export function isResting(): boolean {
  return resting;
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => {
    listeners.delete(changed);
  };
}

/** Whether the screen rests: then nothing of the house is seen, and nothing need be drawn. */
export function useResting(): boolean {
  return useSyncExternalStore(subscribe, isResting);
}
