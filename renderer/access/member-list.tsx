import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ChevronRight, KeyRound, Plus, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { Member } from '../../services/contract/access.ts';
import { trpc } from '../hub.ts';
import { useNow } from '../house/now.ts';
import { Button } from '../parts/button.tsx';
import { Card } from '../parts/card.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Message } from '../parts/message.tsx';
import { Section } from '../parts/section.tsx';
import { sentenceOf } from '../words/sentence.ts';
import { words } from '../words/words.ts';
import { MemberDialog } from './member-dialog.tsx';

/** Who has a PIN; while there is nobody, why somebody should. */
export function MemberList({ members }: { readonly members: readonly Member[] }) {
  const [edited, setEdited] = useState<Member | 'new' | null>(null);
  const now = useNow(1000);
  const staying = members.filter(({ leavesAtMs }) => leavesAtMs === null);
  const add = () => {
    setEdited('new');
  };
  return (
    <Section title={words.access.members}>
      {staying.length === 0 && (
        <EmptyState icon={KeyRound} title={words.access.recommend} detail={words.access.recommendDetail}>
          <Button kind="primary" onClick={add}>
            {words.access.addFirst}
          </Button>
        </EmptyState>
      )}
      {staying.length > 0 && (
        <Card className="overflow-hidden">
          <ul className="divide-y divide-line">
            {staying.map((member) => (
              <li key={member.id}>
                <MemberRow
                  member={member}
                  onEdit={() => {
                    setEdited(member);
                  }}
                />
              </li>
            ))}
          </ul>
          <div className="border-t border-line p-2">
            <Button kind="quiet" onClick={add}>
              <Plus aria-hidden className="size-5" />
              {words.access.add}
            </Button>
          </div>
        </Card>
      )}
      <div className="mt-3 flex flex-col gap-2">
        {members
          .filter(({ leavesAtMs }) => leavesAtMs !== null && leavesAtMs > now)
          .map((member) => (
            <Removed key={member.id} member={member} />
          ))}
      </div>
      {edited !== null && (
        <MemberDialog
          member={edited === 'new' ? null : edited}
          isFirst={staying.length === 0}
          onClose={() => {
            setEdited(null);
          }}
        />
      )}
    </Section>
  );
}

function MemberRow({ member, onEdit }: { readonly member: Member; readonly onEdit: () => void }) {
  return (
    <button
      type="button"
      aria-label={words.access.edit(member.name)}
      onClick={onEdit}
      className="flex min-h-16 w-full items-center gap-4 px-5 py-2 text-left hover:bg-sunken focus-visible:-outline-offset-3"
    >
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2 font-medium wrap-anywhere" dir="auto">
          {member.name}
        </span>
        <span className="block text-sm text-quiet">{words.access.roles[member.role]}</span>
      </span>
      <ChevronRight aria-hidden className="size-5 shrink-0 text-quiet" />
    </button>
  );
}

/** For ten seconds it can be taken back. */
function Removed({ member }: { readonly member: Member }) {
  const queries = useQueryClient();
  const keep = useMutation(
    trpc.access.keep.mutationOptions({
      onSettled: () => queries.invalidateQueries(trpc.access.members.queryFilter()),
    }),
  );
  return (
    <Message
      kind={keep.isError ? 'error' : 'info'}
      action={
        <Button
          disabled={keep.isPending}
          onClick={() => {
            keep.mutate({ memberId: member.id });
          }}
        >
          <Undo2 aria-hidden className="size-5" />
          {words.access.undo}
        </Button>
      }
    >
      {keep.isError ? sentenceOf(keep.error) : words.access.removed(member.name)}
    </Message>
  );
}
