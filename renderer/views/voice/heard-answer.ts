import { useQueryClient } from '@tanstack/react-query';
import { entriesAfter } from '../../house/after-news.ts';
import { type Answers, trpc } from '../../hub.ts';

/** Takes the entry that the hub answers; the number of recordings may have changed with it. */
export function useTakeEntry(): (entry: Answers['voice']['takeBack']) => Promise<void> {
  const queries = useQueryClient();
  return async (entry) => {
    queries.setQueryData(
      trpc.voice.transcript.queryKey(),
      (entries) => entries && entriesAfter(entries, entry),
    );
    await queries.invalidateQueries(trpc.voice.recordings.queryFilter());
  };
}
