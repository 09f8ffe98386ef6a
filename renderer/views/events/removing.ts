import { useSyncExternalStore } from 'react';
import type { Event } from '../../../services/contract/event.ts';
import type { EventId } from '../../../services/contract/identifiers.ts';

/** An event that was deleted and can still be had back; it is asked of the hub when that time is over. */
export interface Removing {
  readonly event: Event;
  readonly untilMs: number;
}

export const graceMs = 8000;

let leaving: ReadonlyMap<EventId, Removing> = new Map();
const listeners = new Set<() => void>();

function set(next: ReadonlyMap<EventId, Removing>): void {
  leaving = next;
  for (const changed of listeners) changed();
}

export function removeSoon(event: Event, nowMs: number): void {
  set(new Map([...leaving, [event.id, { event, untilMs: nowMs + graceMs }]]));
}

/** It stays, or it is gone by now. */
export function removeNoMore(id: EventId): void {
  set(new Map([...leaving].filter(([each]) => each !== id)));
}

/** What is being deleted, the oldest wish first. */
export function useRemoving(): ReadonlyMap<EventId, Removing> {
  return useSyncExternalStore(subscribe, () => leaving);
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => {
    listeners.delete(changed);
  };
}
