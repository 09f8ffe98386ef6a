import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Person } from '../../../services/contract/person.ts';
import { trpc } from '../../hub.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';

interface RemovePersonProps {
  readonly person: Person;
  readonly open: boolean;
  readonly onCancel: () => void;
}

export function RemovePerson({ person, open, onCancel }: RemovePersonProps) {
  const queries = useQueryClient();
  const remove = useMutation(
    trpc.people.remove.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          queries.invalidateQueries(trpc.people.pathFilter()),
          queries.invalidateQueries(trpc.events.pathFilter()),
        ]);
      },
    }),
  );
  return (
    <Confirm
      open={open}
      title={words.people.removeTitle(person.name)}
      detail={words.people.removeDetail}
      action={words.common.delete}
      busy={remove.isPending}
      error={remove.isError ? sentenceOf(remove.error) : undefined}
      onConfirm={() => {
        remove.mutate({ personId: person.id });
      }}
      onCancel={onCancel}
    />
  );
}
