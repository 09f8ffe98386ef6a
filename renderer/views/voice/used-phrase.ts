import { useQueryClient } from '@tanstack/react-query';
import { type Answers, trpc } from '../../hub.ts';
import { useTakeWake } from './wake-answer.ts';

/** After an order that may have changed what Lares is called by: that is in the settings. */
export function useTakeUsedPhrase(): (view: Answers['voice']['wake']) => Promise<void> {
  const queries = useQueryClient();
  const take = useTakeWake();
  return async (view) => {
    take(view);
    await queries.invalidateQueries(trpc.settings.get.queryFilter());
  };
}
