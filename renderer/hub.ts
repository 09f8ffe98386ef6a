import { QueryClient } from '@tanstack/react-query';
import { createTRPCClient, TRPCClientError, wsLink, type TRPCLink } from '@trpc/client';
import type { inferRouterOutputs } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { Api } from '../services/hub/api.ts';
import { pinLink } from './access/pin-link.ts';
import { connection, socket } from './connection.ts';

/**
 * A wish that can't be sent now is refused at once. The socket would keep it and send it when the hub is back: a door
 * must not open a minute after it was tapped.
 */
const refuseWhileAway: TRPCLink<Api> =
  () =>
  ({ op, next }) =>
    observable((observer) => {
      if (op.type !== 'mutation' || connection() === 'open') return next(op).subscribe(observer);
      observer.error(TRPCClientError.from(new Error('the hub is away')));
      return;
    });

/** For calls outside of React. */
export const client = createTRPCClient<Api>({
  links: [pinLink, refuseWhileAway, wsLink({ client: socket })],
});

/**
 * What the page knows of the house. News keep it fresh (see house/live-house.ts), so nothing is asked twice but after a
 * reconnect. `networkMode: always`: the hub is in the house and needs no internet.
 */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, retry: false, networkMode: 'always', refetchOnWindowFocus: false },
    mutations: { networkMode: 'always' },
  },
});

export const trpc = createTRPCOptionsProxy<Api>({ client, queryClient: queries });

/** What the hub answers, as it arrives here. */
export type Answers = inferRouterOutputs<Api>;

/** Over the network the session may have been ended: then the hub has another page at this address. */
async function loginIfOver(): Promise<void> {
  const answer = await fetch('/leave').catch(() => null);
  if (answer?.status === 401 && (await answer.text()) === 'Log in first.') location.reload();
}

let wasAway = false;
socket.connectionState.subscribe({
  next() {
    const now = connection();
    if (now === 'open' && wasAway) void queries.invalidateQueries();
    if (now === 'away' && location.protocol === 'https:') void loginIfOver();
    wasAway = now === 'away';
  },
});
