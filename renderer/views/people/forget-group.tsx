import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { GroupId } from '../../../services/contract/identifiers.ts';
import { trpc } from '../../hub.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';

interface ForgetGroupProps {
  readonly groupId: GroupId;
  readonly open: boolean;
  readonly onCancel: () => void;
}

export function ForgetGroup({ groupId, open, onCancel }: ForgetGroupProps) {
  const queries = useQueryClient();
  const forget = useMutation(
    trpc.people.forgetGroup.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.people.unknown.queryFilter()),
    }),
  );
  return (
    <Confirm
      open={open}
      title={words.unknown.forgetTitle}
      detail={words.unknown.forgetDetail}
      action={words.unknown.forget}
      busy={forget.isPending}
      error={forget.isError ? sentenceOf(forget.error) : undefined}
      onConfirm={() => {
        forget.mutate({ groupId });
      }}
      onCancel={() => {
        forget.reset();
        onCancel();
      }}
    />
  );
}
