import { useQuery } from '@tanstack/react-query';
import { trpc } from '../hub.ts';
import { Button } from '../parts/button.tsx';
import { Message } from '../parts/message.tsx';
import { Screen } from '../parts/screen.tsx';
import { sentenceOf } from '../words/sentence.ts';
import { words } from '../words/words.ts';
import { BaseForm } from './base-form.tsx';
import { GuestForm } from './guest-form.tsx';
import { NetworkForm } from './network-form.tsx';
import { MemberList } from './member-list.tsx';

/** Who has a PIN, and what the kiosk is to whoever gives none. */
export function AccessScreen() {
  const members = useQuery(trpc.access.members.queryOptions());
  const settings = useQuery(trpc.access.settings.queryOptions());
  const failed = members.error ?? settings.error;
  return (
    <Screen
      title={words.access.title}
      detail={words.access.detail}
      back={{ screen: 'settings' }}
      width="narrow"
    >
      {failed !== null && (
        <Message
          kind="error"
          action={
            <Button
              onClick={() => {
                void Promise.all([members.refetch(), settings.refetch()]);
              }}
            >
              {words.common.tryAgain}
            </Button>
          }
        >
          {sentenceOf(failed)}
        </Message>
      )}
      {failed === null && members.isPending && <p className="text-quiet">{words.common.loading}</p>}
      {members.data && settings.data && (
        <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
          <MemberList members={members.data} />
          {members.data.length > 0 && (
            <div className="grid grid-cols-1 gap-6">
              <BaseForm stored={settings.data} />
              <GuestForm stored={settings.data} />
              <NetworkForm stored={settings.data} members={members.data} />
            </div>
          )}
        </div>
      )}
    </Screen>
  );
}
