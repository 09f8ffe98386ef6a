import { useMutation } from '@tanstack/react-query';
import { DoorOpen } from 'lucide-react';
import { trpc } from '../hub.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Message } from '../parts/message.tsx';
import { Screen } from '../parts/screen.tsx';
import { sentenceOf } from '../words/sentence.ts';
import { words } from '../words/words.ts';

/** Where the kiosk's window leads who wants to close it. A browser lets no page close what it did not open: then it may be done by hand. */
export function LeaveScreen() {
  const leave = useMutation(
    trpc.access.leave.mutationOptions({
      onSuccess: () => {
        window.close();
      },
    }),
  );
  return (
    <Screen title={words.access.leaveTitle} back={{ screen: 'home' }} width="narrow">
      <EmptyState icon={DoorOpen} title={words.access.leaveQuestion} detail={words.access.leaveDetail}>
        <Button
          kind="primary"
          disabled={leave.isPending}
          onClick={() => {
            leave.mutate();
          }}
        >
          {words.access.leave}
        </Button>
        {leave.isError && <Message kind="error">{sentenceOf(leave.error)}</Message>}
        {leave.isSuccess && <Message kind="good">{words.access.leaveDone}</Message>}
      </EmptyState>
    </Screen>
  );
}
