import { isTRPCClientError } from '@trpc/client';
import { words } from './words.ts';

/** What went wrong, as a sentence to show. The hub's own errors are clear sentences; without an answer the hub is away. */
export function sentenceOf(error: unknown): string {
  if (isTRPCClientError(error) && error.data !== undefined && error.data !== null) return error.message;
  return words.hub.away;
}
