import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { VoiceSettings } from '../../../services/contract/settings.ts';
import { trpc } from '../../hub.ts';
import { sentenceOf } from '../../words/sentence.ts';

export interface LiveVoiceSettings {
  /** As stored, with the change that is on its way; undefined until the hub has told. */
  readonly value: VoiceSettings | undefined;
  readonly change: (change: Partial<VoiceSettings>) => void;
  readonly error: string | undefined;
}

/** What is saved as soon as it is chosen, beside the form that is saved as a whole. */
export function useVoiceSettings(): LiveVoiceSettings {
  const queries = useQueryClient();
  const stored = useQuery(trpc.settings.get.queryOptions()).data?.voice;
  const update = useMutation(
    trpc.settings.update.mutationOptions({
      onSuccess: (all) => {
        queries.setQueryData(trpc.settings.get.queryKey(), all);
      },
    }),
  );
  const wished = update.isPending ? VoiceSettings.safeParse(update.variables.voice).data : undefined;
  const value = wished ?? stored;
  return {
    value,
    change: (change) => {
      if (value !== undefined) update.mutate({ voice: { ...value, ...change } });
    },
    error: update.isError ? sentenceOf(update.error) : undefined,
  };
}
