import { useQuery } from '@tanstack/react-query';
import type { Clip } from '../../../services/contract/clip.ts';
import type { Event } from '../../../services/contract/event.ts';
import { trpc } from '../../hub.ts';

/** A clip that is being written grows by the second. */
const growsMs = 3000;

/** The recordings of a visit, oldest first; asked for again as long as there may come more of them. */
export function useVisitClips({ id: eventId, endedAtMs }: Event): readonly Clip[] {
  const clips = useQuery({
    ...trpc.clips.ofEvent.queryOptions({ eventId }),
    refetchInterval: ({ state }) =>
      endedAtMs === null || state.data?.some((clip) => clip.state === 'recording') === true ? growsMs : false,
  });
  return clips.data?.filter(({ durationMs }) => durationMs > 0) ?? [];
}
