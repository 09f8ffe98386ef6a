import { useRef, useState } from 'react';
import { useNow } from '../house/now.ts';
import { Button } from '../parts/button.tsx';
import { Message } from '../parts/message.tsx';
import { Modal } from '../parts/modal.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { duration } from '../words/times.ts';
import { words } from '../words/words.ts';
import { useAccess } from './access-now.ts';
import { whoMayHelp } from './may-help.ts';
import { MemberChoice } from './member-choice.tsx';
import { PinPad } from './pin-pad.tsx';
import { answerPin, type PinQuestion } from './pin-question.ts';
import { type SignInDeed, useSignIn } from './sign-in.ts';

const remembered = 'lares-last-member';

/** Asks for the PIN of somebody who may do what is wished for; the passphrase of the house helps who forgot theirs. */
export function PinDialog({ permission }: PinQuestion) {
  const [isForgotten, setForgotten] = useState(false);
  const signIn = useSignIn(permission);
  const { ask } = words.access;
  return (
    <Modal
      title={permission === null ? ask.signInTitle : ask.title}
      detail={permission === null ? ask.signInDetail : ask.why[permission]}
      width="wide"
      open
      onClose={() => {
        answerPin(false);
      }}
    >
      {isForgotten ? (
        <Forgotten
          signIn={signIn}
          onBack={() => {
            signIn.reset();
            setForgotten(false);
          }}
        />
      ) : (
        <ByPin
          permission={permission}
          signIn={signIn}
          onForgotten={() => {
            signIn.reset();
            setForgotten(true);
          }}
        />
      )}
    </Modal>
  );
}

interface ByPinProps extends PinQuestion {
  readonly signIn: SignInDeed;
  readonly onForgotten: () => void;
}

function ByPin({ permission, signIn, onForgotten }: ByPinProps) {
  const candidates = whoMayHelp(useAccess()?.members ?? [], permission);
  const [chosen, setChosen] = useState(() => localStorage.getItem(remembered));
  const [pin, setPin] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const now = useNow(1000);
  const { state } = signIn;
  const member = candidates.find(({ id }) => id === chosen) ?? candidates[0];
  const isWaiting = state.kind === 'wait' && state.untilMs > now;
  const isBusy = state.kind === 'busy' || isWaiting;
  const type = (next: string): void => {
    setPin(next.replaceAll(/\D/g, '').slice(0, 12));
    if (!isWaiting) signIn.reset();
  };
  return (
    <form
      className="grid grid-cols-1 items-start gap-5 sm:grid-cols-[minmax(0,1fr)_auto] sm:gap-8"
      onSubmit={(submit) => {
        submit.preventDefault();
        if (member === undefined || pin.length < 4 || isBusy) return;
        localStorage.setItem(remembered, member.id);
        signIn.byPin(member.id, pin);
        setPin('');
        // Whoever tapped the digits may go on by the keyboard.
        field.current?.focus();
      }}
    >
      <div className="flex min-w-0 flex-col gap-4 self-stretch">
        <MemberChoice
          members={candidates}
          chosen={member?.id ?? null}
          onChoose={(id) => {
            setChosen(id);
            if (!isWaiting) signIn.reset();
          }}
        />
        <input
          ref={field}
          aria-label={words.access.ask.pin}
          type="password"
          // The digits are on the screen already: no keyboard of the device covers them.
          inputMode="none"
          autoComplete="off"
          autoFocus
          value={pin}
          onChange={(change) => {
            type(change.target.value);
          }}
          className="min-h-14 w-full rounded-xl border border-edge bg-card px-4 text-center text-3xl tracking-[0.35em] text-ink focus-visible:outline-offset-0"
        />
        <PinState signIn={signIn} name={member?.name ?? null} now={now} />
        <Button kind="quiet" className="-ml-4 self-start sm:mt-auto" onClick={onForgotten}>
          {words.access.ask.forgotten}
        </Button>
      </div>
      <PinPad pin={pin} isBusy={isBusy} canOpen={pin.length >= 4 && member !== undefined} onChange={type} />
    </form>
  );
}

interface PinStateProps {
  readonly signIn: SignInDeed;
  /** Who gives their PIN; null: there is nobody who could. */
  readonly name: string | null;
  readonly now: number;
}

function PinState({ signIn: { state }, name, now }: PinStateProps) {
  const { ask } = words.access;
  if (name === null) return <Message kind="warning">{ask.nobody}</Message>;
  switch (state.kind) {
    case 'wrong':
      return <Message kind="error">{ask.wrong(state.left)}</Message>;
    case 'wait':
      return state.untilMs > now ? (
        <Message kind="warning">{ask.wait(duration(state.untilMs - now))}</Message>
      ) : null;
    case 'not_enough':
      return <Message kind="error">{ask.notEnough(name)}</Message>;
    case 'failed':
      return <Message kind="error">{state.why}</Message>;
    default:
      return null;
  }
}

function Forgotten({ signIn, onBack }: { readonly signIn: SignInDeed; readonly onBack: () => void }) {
  const [secret, setSecret] = useState('');
  const { state } = signIn;
  const isBusy = state.kind === 'busy';
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(submit) => {
        submit.preventDefault();
        if (secret !== '' && !isBusy) signIn.bySecret(secret);
      }}
    >
      <p className="text-quiet">{words.access.ask.recoverDetail}</p>
      <PasswordField
        label={words.access.ask.secret}
        autoFocus
        autoComplete="current-password"
        value={secret}
        onChange={(next) => {
          setSecret(next);
          signIn.reset();
        }}
        error={state.kind === 'failed' ? state.why : undefined}
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onBack}>{words.access.ask.toPin}</Button>
        <Button type="submit" kind="primary" disabled={secret === '' || isBusy}>
          {isBusy ? words.access.ask.opening : words.access.ask.open}
        </Button>
      </div>
    </form>
  );
}
