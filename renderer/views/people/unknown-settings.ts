import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { VisionSettings } from '../../../services/contract/settings.ts';
import { trpc } from '../../hub.ts';
import { sentenceOf } from '../../words/sentence.ts';

type UnknownChange = Partial<Pick<VisionSettings, 'groupUnknown' | 'keepUnknownDays'>>;

export interface UnknownSettings {
  /** Undefined until the hub has told. */
  readonly stored: VisionSettings | undefined;
  readonly change: (change: UnknownChange) => void;
  readonly isBusy: boolean;
  readonly error: string | undefined;
}

/** What Lares does with faces without a name; a change is saved at once. */
export function useUnknownSettings(): UnknownSettings {
  const queries = useQueryClient();
  const settings = useQuery(trpc.settings.get.queryOptions());
  const stored = settings.data?.vision;
  const update = useMutation(
    trpc.settings.update.mutationOptions({
      onSuccess: async (all) => {
        queries.setQueryData(trpc.settings.get.queryKey(), all);
        await queries.invalidateQueries(trpc.people.unknown.queryFilter());
      },
    }),
  );
  const error = update.error ?? settings.error;
  return {
    stored,
    change: (change) => {
      if (stored !== undefined) update.mutate({ vision: { ...stored, ...change } });
    },
    isBusy: update.isPending,
    error: error === null ? undefined : sentenceOf(error),
  };
}
