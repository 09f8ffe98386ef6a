import { isTRPCClientError } from '@trpc/client';
import { said } from './said.ts';
import { words } from './words.ts';

/** What went wrong, as a sentence to show: the hub's own, in the page's language. Without an answer the hub is away. */
export function sentenceOf(error: unknown): string {
  if (isTRPCClientError(error) && error.data !== undefined && error.data !== null) return said(error.message);
  return words.hub.away;
}
