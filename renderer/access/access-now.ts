import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useEffect } from 'react';
import type { AccessView, Permission } from '../../services/contract/access.ts';
import { client, trpc } from '../hub.ts';

/** What may be done on this page now; undefined until the hub has said it. */
export function useAccess(): AccessView | undefined {
  return useQuery(trpc.access.now.queryOptions()).data;
}

/** What the page shows by itself. What else is done is wished for. */
const shown: readonly Permission[] = ['view_live', 'view_recordings', 'view_people', 'control_devices'];

function shownTo(view: AccessView | undefined): string {
  return shown.filter((permission) => view?.may.includes(permission) ?? true).join(' ');
}

/**
 * Keeps `useAccess` fresh. Where the page may show less or more than before it forgets what it knows and asks anew. Returns what changes
 * when that is so: subscriptions begin again with it.
 */
export function useLiveAccess(isOpen: boolean): string {
  const queries = useQueryClient();
  useSubscription(
    trpc.access.watch.subscriptionOptions(undefined, {
      enabled: isOpen,
      onData: (view) => {
        const before = queries.getQueryData(trpc.access.now.queryKey());
        queries.setQueryData(trpc.access.now.queryKey(), view);
        const isRefused = (query: { state: { status: string } }) => query.state.status === 'error';
        if (before === undefined || shownTo(before) === shownTo(view))
          void queries.invalidateQueries({ predicate: isRefused });
        else if (shownTo(before).length > shownTo(view).length) void queries.resetQueries();
        else void queries.invalidateQueries();
      },
    }),
  );
  const view = useQuery({ ...trpc.access.now.queryOptions(), enabled: isOpen }).data;
  useStay(view?.signedIn !== null && view !== undefined);
  return shownTo(view);
}

/** Tells the hub that somebody is still there, by what they touch: they are not locked out while they read. */
function useStay(isSignedIn: boolean): void {
  useEffect(() => {
    if (!isSignedIn) return;
    let lastMs = performance.now();
    const touched = (): void => {
      if (performance.now() - lastMs < everyMs) return;
      lastMs = performance.now();
      client.access.stay.mutate().catch(() => undefined);
    };
    for (const event of touches) addEventListener(event, touched, { passive: true });
    return () => {
      for (const event of touches) removeEventListener(event, touched);
    };
  }, [isSignedIn]);
}

const everyMs = 20_000;
const touches = ['pointerdown', 'keydown', 'wheel'] as const;
