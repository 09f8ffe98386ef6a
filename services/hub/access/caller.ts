import type { IncomingMessage } from 'node:http';
import type { Session } from './session.ts';

/** Who asks: the owner of the files at a command line, or whoever is at a page. */
export type Caller = { readonly kind: 'command line' } | { readonly kind: 'page'; readonly session: Session };

const callers = new WeakMap<IncomingMessage, Caller>();

/** Said once for each request, before anything answers it. */
export function setCaller(request: IncomingMessage, caller: Caller): void {
  callers.set(request, caller);
}

export function callerOf(request: IncomingMessage): Caller {
  const caller = callers.get(request);
  if (caller === undefined) throw new Error('nobody said who asks');
  return caller;
}
