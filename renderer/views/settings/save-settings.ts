import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SettingsUpdate } from '../../../services/contract/api.ts';
import { trpc } from '../../hub.ts';
import type { Draft } from '../../parts/draft.ts';
import { fieldErrors, type FieldErrors } from '../../parts/field-errors.ts';
import { sentenceOf } from '../../words/sentence.ts';

export interface Saving {
  /** By field, once saving was tried. */
  readonly errors: FieldErrors;
  readonly error: string | undefined;
  readonly state: 'unchanged' | 'changed' | 'saving' | 'saved';
  readonly save: () => void;
  readonly discard: () => void;
}

/** Saves one part of the settings; what is wrong is said at its field, by the schema that the hub uses too. */
export function useSaveSettings<T extends object>(part: keyof SettingsUpdate, draft: Draft<T>): Saving {
  const [tried, setTried] = useState(false);
  const queries = useQueryClient();
  const update = useMutation(
    trpc.settings.update.mutationOptions({
      onSuccess: (stored) => {
        queries.setQueryData(trpc.settings.get.queryKey(), stored);
        draft.reset();
        setTried(false);
      },
    }),
  );
  const errors = fieldErrors(SettingsUpdate.shape[part], draft.value);
  return {
    errors: tried ? errors : {},
    error: update.isError ? sentenceOf(update.error) : undefined,
    state: update.isPending ? 'saving' : draft.changed ? 'changed' : update.isSuccess ? 'saved' : 'unchanged',
    save: () => {
      setTried(true);
      if (Object.keys(errors).length === 0) update.mutate(SettingsUpdate.parse({ [part]: draft.value }));
    },
    discard: () => {
      setTried(false);
      update.reset();
      draft.reset();
    },
  };
}
