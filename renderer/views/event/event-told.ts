import { useQueryClient } from '@tanstack/react-query';
import type { Event } from '../../../services/contract/event.ts';
import { trpc } from '../../hub.ts';

/** What to do with an event that the hub answered with: it is shown at once, and lists that it may have left are read anew. */
export function useEventTold(): (event: Event) => void {
  const queries = useQueryClient();
  return (event) => {
    queries.setQueryData(trpc.events.get.queryKey({ eventId: event.id }), event);
    const { days, counts, window, newest } = trpc.events;
    for (const list of [days, counts, window, newest]) void queries.invalidateQueries(list.pathFilter());
  };
}
