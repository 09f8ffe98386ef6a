import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Member } from '../../services/contract/access.ts';
import type { NetworkSession } from '../../services/contract/network.ts';
import { trpc } from '../hub.ts';
import { useNow } from '../house/now.ts';
import { Button } from '../parts/button.tsx';
import { Message } from '../parts/message.tsx';
import { sentenceOf } from '../words/sentence.ts';
import { ago } from '../words/times.ts';
import { words } from '../words/words.ts';

interface NetworkSessionsProps {
  readonly sessions: readonly NetworkSession[];
  readonly members: readonly Member[];
}

/** Which devices are logged in, to be logged out one by one or all at once. */
export function NetworkSessions({ sessions, members }: NetworkSessionsProps) {
  const queries = useQueryClient();
  const now = useNow(10_000);
  const onSettled = () => queries.invalidateQueries(trpc.access.network.queryFilter());
  const end = useMutation(trpc.access.revoke.mutationOptions({ onSettled }));
  const endAll = useMutation(trpc.access.revokeAll.mutationOptions({ onSettled }));
  const failed = end.error ?? endAll.error;
  const { afar } = words.access;
  return (
    <div>
      <p className="font-medium">{afar.sessions}</p>
      {sessions.length === 0 && <p className="mt-1.5 text-quiet">{afar.nobody}</p>}
      <ul className="mt-1.5 divide-y divide-line">
        {sessions.map(({ id, memberId, device, usedAtMs }) => (
          <li key={id} className="flex min-h-16 items-center gap-4 py-2">
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium" dir="auto">
                {members.find((member) => member.id === memberId)?.name}
              </span>
              <span className="block text-sm text-quiet">
                {device} · {afar.used(ago(usedAtMs, now))}
              </span>
            </span>
            <Button
              kind="quiet-danger"
              aria-label={afar.end(device)}
              disabled={end.isPending}
              onClick={() => {
                end.mutate({ sessionId: id });
              }}
            >
              {afar.endShort}
            </Button>
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button
          kind="quiet-danger"
          className="-ml-4"
          disabled={endAll.isPending}
          onClick={() => {
            endAll.mutate();
          }}
        >
          {afar.endAll}
        </Button>
      )}
      {failed !== null && <Message kind="error">{sentenceOf(failed)}</Message>}
    </div>
  );
}
