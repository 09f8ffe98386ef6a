import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { trpc } from '../hub.ts';
import { entriesAfter, eventsAfter, isJustSaid, namesAgree } from './after-news.ts';
import { showCameraOf } from './shown-camera.ts';

/** The newest events that Home and Events show. */
export const newestEvents = trpc.events.newest.queryOptions({ limit: 50 });

/** Somebody was erased or renamed, perhaps by another page: what tells names is read anew. */
async function forgetNames(queries: QueryClient): Promise<void> {
  const filters = [
    trpc.events.pathFilter(),
    trpc.voice.transcript.pathFilter(),
    trpc.people.seenBefore.pathFilter(),
  ];
  await Promise.all(filters.map((filter) => queries.invalidateQueries(filter)));
}

/** Health is watched even while the house is locked: it tells when it is open. */
export function useLiveHealth(): void {
  const queries = useQueryClient();
  useSubscription(
    trpc.house.watchHealth.subscriptionOptions(undefined, {
      onData: (health) => {
        queries.setQueryData(trpc.house.health.queryKey(), health);
      },
    }),
  );
}

/** Keeps events, people, devices, settings and the voice fresh for as long as the component is there. */
export function useLiveHouse(): void {
  const queries = useQueryClient();
  useSubscription(
    trpc.events.watch.subscriptionOptions(undefined, {
      onData: (news) => {
        queries.setQueryData(newestEvents.queryKey, (events) => events && eventsAfter(events, news));
        if (news.change === 'deleted') return;
        queries.setQueryData(trpc.events.get.queryKey({ eventId: news.event.id }), news.event);
      },
    }),
  );
  useSubscription(
    trpc.people.watch.subscriptionOptions(undefined, {
      onData: (people) => {
        const before = queries.getQueryData(trpc.people.list.queryKey());
        queries.setQueryData(trpc.people.list.queryKey(), people);
        if (!namesAgree(before, people)) void forgetNames(queries);
      },
    }),
  );
  useSubscription(
    trpc.devices.watch.subscriptionOptions(undefined, {
      onData: (devices) => {
        queries.setQueryData(trpc.devices.list.queryKey(), devices);
      },
    }),
  );
  useSubscription(
    trpc.settings.watch.subscriptionOptions(undefined, {
      onData: (settings) => {
        queries.setQueryData(trpc.settings.get.queryKey(), settings);
      },
    }),
  );
  useLiveVoice();
}

function useLiveVoice(): void {
  const queries = useQueryClient();
  const healthKey = trpc.house.health.queryKey();
  const transcriptKey = trpc.voice.transcript.queryKey();
  const recordings = trpc.voice.recordings.queryFilter();
  useSubscription(
    trpc.voice.watchWake.subscriptionOptions(undefined, {
      onData: (wake) => {
        const before = queries.getQueryData(trpc.voice.wake.queryKey());
        queries.setQueryData(trpc.voice.wake.queryKey(), wake);
        if (before?.samples.length !== wake.samples.length) void queries.invalidateQueries(recordings);
      },
    }),
  );
  useSubscription(
    trpc.voice.watch.subscriptionOptions(undefined, {
      onData: (news) => {
        if ('state' in news) {
          queries.setQueryData(healthKey, (health) => health && { ...health, voice: news.state });
          return;
        }
        const before = queries.getQueryData(transcriptKey);
        queries.setQueryData(transcriptKey, (entries) => entries && entriesAfter(entries, news.entry));
        if (!isJustSaid(before, news.entry)) {
          void queries.invalidateQueries(recordings);
          return;
        }
        showCameraOf(news.entry, queries.getQueryData(healthKey)?.cameras ?? []);
      },
    }),
  );
}
