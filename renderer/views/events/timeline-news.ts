import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useEffect, useRef } from 'react';
import type { Event } from '../../../services/contract/event.ts';
import { trpc } from '../../hub.ts';

/** Counts and pages are read anew at most so often, however much goes on. */
const readEveryMs = 2000;

/** Keeps what the timeline shows fresh while it is shown. */
export function useTimelineNews(): void {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  useSubscription(
    trpc.events.watch.subscriptionOptions(undefined, {
      onData: ({ change, event }) => {
        putInPages(queries, event);
        // A visit that only went on moves nothing.
        if (change === 'updated' && event.label !== 'nothing' && event.kept === undefined) return;
        timer.current ??= setTimeout(() => {
          timer.current = undefined;
          void readAnew(queries);
        }, readEveryMs);
      },
    }),
  );
}

function putInPages(queries: QueryClient, event: Event): void {
  queries.setQueriesData<readonly Event[]>(trpc.events.window.pathFilter(), (page) =>
    page?.some(({ id }) => id === event.id) === true
      ? page.map((each) => (each.id === event.id ? event : each))
      : page,
  );
}

/** What began or went moves what is behind it in its day. */
async function readAnew(queries: QueryClient): Promise<void> {
  const { days, counts, window } = trpc.events;
  const filters = [
    days.pathFilter(),
    counts.pathFilter(),
    window.pathFilter(),
    trpc.clips.spans.pathFilter(),
  ];
  await Promise.all(filters.map((filter) => queries.invalidateQueries(filter)));
}
