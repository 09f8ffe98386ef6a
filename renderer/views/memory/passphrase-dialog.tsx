import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { shortestPassphrase } from '../../../services/contract/key.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { showFirstError } from '../../parts/first-error.ts';
import { Message } from '../../parts/message.tsx';
import { Modal } from '../../parts/modal.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { StrengthBar } from '../setup/strength-bar.tsx';

interface PassphraseDialogProps {
  readonly open: boolean;
  /** Whether the passphrase or the code as it is now has to be typed too. */
  readonly needsSecret: boolean;
  /** There is one already. */
  readonly isChanged: boolean;
  readonly onClose: () => void;
}

/** Sets the passphrase of the house, or another in its place. */
export function PassphraseDialog({ open, needsSecret, isChanged, onClose }: PassphraseDialogProps) {
  const text = words.memory.key;
  const action = isChanged ? text.change : text.set;
  return (
    <Modal open={open} title={action} onClose={onClose}>
      <PassphraseFields {...{ needsSecret, action }} onDone={onClose} />
    </Modal>
  );
}

const nothing = { current: '', next: '', again: '' };

interface PassphraseFieldsProps {
  readonly needsSecret: boolean;
  readonly action: string;
  readonly onDone: () => void;
}

function PassphraseFields({ needsSecret, action, onDone }: PassphraseFieldsProps) {
  const text = words.memory.key;
  const [typed, setTyped] = useState(nothing);
  const [tried, setTried] = useState(false);
  const queries = useQueryClient();
  const set = useMutation(
    trpc.key.setPassphrase.mutationOptions({
      onSuccess: (view) => {
        queries.setQueryData(trpc.key.ways.queryKey(), view);
        onDone();
      },
    }),
  );
  const { current, next, again } = typed;
  const tooShort = next.length < shortestPassphrase;
  const differs = next !== again;
  const type = (field: keyof typeof nothing) => (value: string) => {
    setTyped((before) => ({ ...before, [field]: value }));
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(submit) => {
        submit.preventDefault();
        setTried(true);
        showFirstError(submit.currentTarget);
        if (!tooShort && !differs) set.mutate({ next, ...(needsSecret ? { current } : {}) });
      }}
    >
      {needsSecret && (
        <PasswordField
          label={text.current}
          hint={text.currentHint}
          autoComplete="current-password"
          value={current}
          onChange={type('current')}
        />
      )}
      <div className="flex flex-col gap-3">
        <PasswordField
          label={text.next}
          hint={text.tooShort}
          value={next}
          onChange={type('next')}
          error={tried && tooShort ? text.tooShort : undefined}
        />
        {next !== '' && <StrengthBar passphrase={next} />}
      </div>
      <PasswordField
        label={text.again}
        value={again}
        onChange={type('again')}
        error={tried && !tooShort && differs ? text.differs : undefined}
      />
      {set.isError && <Message kind="error">{sentenceOf(set.error)}</Message>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onDone}>{words.common.cancel}</Button>
        <Button
          type="submit"
          kind="primary"
          disabled={set.isPending || (needsSecret && current === '') || next === ''}
        >
          {action}
        </Button>
      </div>
    </form>
  );
}
