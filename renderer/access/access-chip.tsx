import { useMutation } from '@tanstack/react-query';
import { KeyRound, LockOpen, LogOut as LeaveIcon } from 'lucide-react';
import { trpc } from '../hub.ts';
import { words } from '../words/words.ts';
import { useAccess } from './access-now.ts';
import { askForPin } from './pin-question.ts';

const style =
  'flex min-h-14 flex-1 flex-col items-center justify-center gap-1 rounded-xl py-2 text-[0.6875rem] font-medium sm:min-h-17 sm:w-full sm:flex-none sm:text-xs short:min-h-14 ';

/** At the end of the navigation: who has signed in, to be locked by a tap, or the way to sign in. Nothing while nobody has a PIN. */
export function AccessChip() {
  const access = useAccess();
  const lock = useMutation(trpc.access.lock.mutationOptions());
  if (access?.isGuarded !== true) return null;
  if (access.isAfar && access.signedIn === null) return <LogOut />;
  if (access.signedIn === null)
    return (
      <button
        type="button"
        onClick={() => void askForPin(null)}
        className={`${style} text-quiet hover:bg-sunken hover:text-ink sm:mt-auto`}
      >
        <KeyRound aria-hidden className="size-6" strokeWidth={1.75} />
        {words.access.signIn}
      </button>
    );
  const name = access.signedIn.name ?? words.access.byPassphrase;
  const role = words.access.roles[access.signedIn.role];
  return (
    <button
      type="button"
      aria-label={words.access.lockOf(name, role)}
      disabled={lock.isPending}
      onClick={() => {
        lock.mutate();
      }}
      className={`${style} bg-warn-soft text-ink sm:mt-auto`}
    >
      <LockOpen aria-hidden className="size-5 text-warn" />
      <span className="max-w-full truncate" dir="auto">
        {name}
      </span>
      <span className="max-w-full truncate text-quiet max-sm:hidden short:hidden">{role}</span>
      <span className="max-w-full truncate text-warn">{words.access.lock}</span>
    </button>
  );
}

/** Where somebody logged in over the network: a PIN is asked for when one is needed. */
function LogOut() {
  const logOut = useMutation(
    trpc.access.logOut.mutationOptions({
      onSettled: () => {
        location.reload();
      },
    }),
  );
  return (
    <button
      type="button"
      disabled={logOut.isPending}
      onClick={() => {
        logOut.mutate();
      }}
      className={`${style} text-quiet hover:bg-sunken hover:text-ink sm:mt-auto`}
    >
      <LeaveIcon aria-hidden className="size-6" strokeWidth={1.75} />
      {words.access.afar.logOut}
    </button>
  );
}
