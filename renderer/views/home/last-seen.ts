import { useQueries, useQuery } from '@tanstack/react-query';
import type { Event } from '../../../services/contract/event.ts';
import type { PersonId } from '../../../services/contract/identifiers.ts';
import type { Person } from '../../../services/contract/person.ts';
import { newestEvents } from '../../house/live-house.ts';
import { trpc } from '../../hub.ts';

export interface PersonSeen {
  readonly person: Person;
  /** Their newest visit; undefined while it is looked for, and of who never came. */
  readonly event: Event | undefined;
}

/** Whether the event is a visit of somebody by this id. */
function isOf(event: Event, personId: PersonId): boolean {
  return event.identity.kind === 'known' && event.identity.personId === personId;
}

/** Who is known, with their newest visit: who is there now first, then who was seen last. */
export function useLastSeen(): readonly PersonSeen[] {
  const people = useQuery(trpc.people.list.queryOptions()).data ?? [];
  const newest = useQuery(newestEvents).data;
  // Whoever is not among the newest visits is asked for by name.
  const older = useQueries({
    queries: people.map(({ id }) => ({
      ...trpc.events.newest.queryOptions({ limit: 1, personId: id }),
      enabled: newest !== undefined && !newest.some((event) => isOf(event, id)),
    })),
  });
  const seen = people.map((person, index) => ({
    person,
    event: newest?.find((event) => isOf(event, person.id)) ?? older[index]?.data?.[0],
  }));
  return seen.toSorted((a, b) => lastMsOf(b.event) - lastMsOf(a.event));
}

function lastMsOf(event: Event | undefined): number {
  if (event === undefined) return -Infinity;
  return event.endedAtMs ?? Infinity;
}
