import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EventId } from '../../../services/contract/identifiers.ts';
import { trpc } from '../../hub.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { goTo } from '../../route.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';

interface RemoveEventProps {
  readonly eventId: EventId;
  /** What is lost with it. */
  readonly detail: string;
  readonly open: boolean;
  readonly onCancel: () => void;
}

export function RemoveEvent({ eventId, detail, open, onCancel }: RemoveEventProps) {
  const queries = useQueryClient();
  const remove = useMutation(
    trpc.events.remove.mutationOptions({
      onSuccess: () => {
        goTo({ screen: 'events' });
        return queries.invalidateQueries(trpc.events.newest.pathFilter());
      },
    }),
  );
  return (
    <Confirm
      open={open}
      title={words.event.removeTitle}
      detail={detail}
      action={words.common.delete}
      busy={remove.isPending}
      error={remove.isError ? sentenceOf(remove.error) : undefined}
      onConfirm={() => {
        remove.mutate({ eventId });
      }}
      onCancel={onCancel}
    />
  );
}
