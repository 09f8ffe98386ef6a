import { useQueryClient } from '@tanstack/react-query';
import { type Answers, trpc } from '../../hub.ts';

/** Takes what the hub answers to an order about wake phrases for what is known of them. */
export function useTakeWake(): (view: Answers['voice']['wake']) => void {
  const queries = useQueryClient();
  return (view) => {
    queries.setQueryData(trpc.voice.wake.queryKey(), view);
  };
}
