import { Confirm } from '../../parts/confirm.tsx';
import { useLeaveGuard } from '../../parts/leave-guard.ts';
import { words } from '../../words/words.ts';

/** Asks before faces are lost that were chosen or taken and not added. */
export function LeaveQuestion({ unsaved }: { readonly unsaved: boolean }) {
  const guard = useLeaveGuard(unsaved);
  return (
    <Confirm
      title={words.enrolment.leaveTitle}
      detail={words.enrolment.leaveDetail}
      action={words.enrolment.leave}
      open={guard.asks}
      onConfirm={guard.leave}
      onCancel={guard.stay}
    />
  );
}
