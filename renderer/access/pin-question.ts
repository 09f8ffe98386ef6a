import { useSyncExternalStore } from 'react';
import type { Permission } from '../../services/contract/access.ts';

/** What a PIN is asked for; `permission` is null where somebody signs in of their own accord. */
export interface PinQuestion {
  readonly permission: Permission | null;
}

let question: PinQuestion | null = null;
let waiting: ((isOpen: boolean) => void)[] = [];
const listeners = new Set<() => void>();

/** Resolves with true when somebody who may do it has given their PIN, with false when nobody wants to. Who asks meanwhile waits along. */
export function askForPin(permission: Permission | null): Promise<boolean> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (question === null) ask({ permission });
  });
}

export function answerPin(isOpen: boolean): void {
  const answered = waiting;
  waiting = [];
  ask(null);
  for (const resolve of answered) resolve(isOpen);
}

export function usePinQuestion(): PinQuestion | null {
  return useSyncExternalStore(subscribe, () => question);
}

function ask(next: PinQuestion | null): void {
  question = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
