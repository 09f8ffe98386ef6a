import { useQueryClient } from '@tanstack/react-query';
import { trpc } from '../../hub.ts';

/** After people changed: reads people and events anew, since events tell their names. */
export function useReadPeopleAnew(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await Promise.all([
      queries.invalidateQueries(trpc.people.pathFilter()),
      queries.invalidateQueries(trpc.events.pathFilter()),
    ]);
  };
}
