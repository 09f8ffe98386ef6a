import { useMutation, useQueryClient } from '@tanstack/react-query';
import { AccessSettings } from '../../services/contract/access.ts';
import { trpc } from '../hub.ts';
import { sentenceOf } from '../words/sentence.ts';

export interface SaveAccess {
  /** As it is about to be, while it is saved. */
  readonly value: AccessSettings;
  readonly error: string | undefined;
  readonly change: (change: Partial<AccessSettings>) => void;
}

/** Each choice is saved as soon as it is made. */
export function useSaveAccess(stored: AccessSettings): SaveAccess {
  const queries = useQueryClient();
  const configure = useMutation(
    trpc.access.configure.mutationOptions({
      onSuccess: (_, settings) => {
        queries.setQueryData(trpc.access.settings.queryKey(), AccessSettings.parse(settings));
      },
    }),
  );
  const value = configure.isPending ? AccessSettings.parse(configure.variables) : stored;
  return {
    value,
    error: configure.isError ? sentenceOf(configure.error) : undefined,
    change: (change) => {
      configure.mutate({ ...value, ...change });
    },
  };
}
