import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { type SetupStep, stepAfter } from '../../../services/contract/setup.ts';
import { trpc } from '../../hub.ts';
import { goTo } from '../../route.ts';
import { sentenceOf } from '../../words/sentence.ts';

/** Keeps in view how far the set-up is, also when another browser goes on with it. */
export function useLiveSetup(): void {
  const queries = useQueryClient();
  useSubscription(
    trpc.setup.watch.subscriptionOptions(undefined, {
      onData: (view) => {
        queries.setQueryData(trpc.setup.get.queryKey(), view);
      },
    }),
  );
}

export interface Passing {
  readonly pass: (as: 'done' | 'skipped') => void;
  readonly busy: boolean;
  readonly error: string | undefined;
}

/** Ends a step, and shows the next one once the hub has noted it. */
export function usePassing(step: SetupStep): Passing {
  const queries = useQueryClient();
  const passing = useMutation(
    trpc.setup.pass.mutationOptions({
      onSuccess: (view) => {
        queries.setQueryData(trpc.setup.get.queryKey(), view);
        goTo({ screen: 'setup', at: stepAfter(step) });
      },
    }),
  );
  return {
    pass: (as) => {
      passing.mutate({ step, as });
    },
    busy: passing.isPending,
    error: passing.isError ? sentenceOf(passing.error) : undefined,
  };
}

/** Notes that somebody has left the set-up, so that it does not open by itself any more. */
export function useLeaving(): () => void {
  const queries = useQueryClient();
  const leaving = useMutation(
    trpc.setup.leave.mutationOptions({
      onSuccess: (view) => {
        queries.setQueryData(trpc.setup.get.queryKey(), view);
      },
    }),
  );
  return leaving.mutate;
}
