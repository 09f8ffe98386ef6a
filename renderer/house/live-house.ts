import { useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import type { Event, EventChange } from '../../services/contract/event.ts';
import type { TranscriptEntry } from '../../services/contract/voice.ts';
import { trpc } from '../hub.ts';
import { showCameraOf } from './shown-camera.ts';

/** The newest events that Home and Events show. */
export const newestEvents = trpc.events.newest.queryOptions({ limit: 50 });

const keptEvents = 200;
const keptEntries = 50;

/** The list after a change, newest first; an event that is already there is replaced. */
export function eventsAfter(events: readonly Event[], { change, event }: EventChange): Event[] {
  const others = events.filter((each) => each.id !== event.id);
  if (change === 'deleted') return others;
  return [event, ...others].sort((a, b) => b.beganAtMs - a.beganAtMs).slice(0, keptEvents);
}

function entriesAfter<T extends Pick<TranscriptEntry, 'id'>>(entries: readonly T[], entry: T): T[] {
  return [entry, ...entries.filter((each) => each.id !== entry.id)].slice(0, keptEntries);
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

/** Keeps events, people, devices and the voice fresh for as long as the component is there. */
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
        queries.setQueryData(trpc.people.list.queryKey(), people);
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
  useLiveVoice();
}

function useLiveVoice(): void {
  const queries = useQueryClient();
  const healthKey = trpc.house.health.queryKey();
  useSubscription(
    trpc.voice.watch.subscriptionOptions(undefined, {
      onData: (news) => {
        if ('state' in news) {
          queries.setQueryData(healthKey, (health) => health && { ...health, voice: news.state });
          return;
        }
        queries.setQueryData(
          trpc.voice.transcript.queryKey(),
          (entries) => entries && entriesAfter(entries, news.entry),
        );
        showCameraOf(news.entry, queries.getQueryData(healthKey)?.cameras ?? []);
      },
    }),
  );
}
