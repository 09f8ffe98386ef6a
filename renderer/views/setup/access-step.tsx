import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { MemberList } from '../../access/member-list.tsx';
import { trpc } from '../../hub.ts';
import { Message } from '../../parts/message.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { StepFrame } from './step-frame.tsx';

/** The owner's PIN, and whoever else's, in the list that the settings show too. */
export function AccessStep() {
  const text = words.setup.access;
  const queries = useQueryClient();
  const members = useQuery(trpc.access.members.queryOptions());
  const owners = (members.data ?? []).filter(
    ({ role, leavesAtMs }) => role === 'owner' && leavesAtMs === null,
  );
  const isGuarded = owners.length > 0;
  useEffect(() => {
    void queries.invalidateQueries(trpc.setup.get.queryFilter());
  }, [queries, isGuarded]);
  return (
    <StepFrame step="access" title={text.title} detail={text.detail} done={isGuarded}>
      {members.isError && <Message kind="error">{sentenceOf(members.error)}</Message>}
      {members.data && <MemberList members={members.data} />}
    </StepFrame>
  );
}
