import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type MemorySpan, shortestCasePassphrase } from '../../../services/contract/memory.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { showFirstError } from '../../parts/first-error.ts';
import { Message } from '../../parts/message.tsx';
import { Modal } from '../../parts/modal.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { bytes } from '../../words/numbers.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';

interface CaseDialogProps {
  readonly open: boolean;
  readonly span: MemorySpan;
  readonly onClose: () => void;
}

/** Gives a stretch of time away in one encrypted file. The browser fetches it as it is made, so that none is too large. */
export function CaseDialog({ open, span, onClose }: CaseDialogProps) {
  const text = words.memory.span;
  return (
    <Modal open={open} title={text.exportTitle} detail={text.exportDetail} onClose={onClose}>
      <CaseForm span={span} onClose={onClose} />
    </Modal>
  );
}

function CaseForm({ span, onClose }: Omit<CaseDialogProps, 'open'>) {
  const text = words.memory.span;
  const [passphrase, setPassphrase] = useState('');
  const [tried, setTried] = useState(false);
  const order = useMutation(
    trpc.memory.caseFile.mutationOptions({
      onSuccess: ({ path, name }) => {
        const link = document.createElement('a');
        link.href = path;
        link.download = name;
        link.click();
      },
    }),
  );
  const isShort = passphrase.length < shortestCasePassphrase;
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(submit) => {
        submit.preventDefault();
        setTried(true);
        showFirstError(submit.currentTarget);
        if (!isShort) order.mutate({ of: { kind: 'span', ...span }, passphrase });
      }}
    >
      <PasswordField
        label={text.exportPassphrase}
        hint={text.exportHint}
        value={passphrase}
        onChange={setPassphrase}
        error={tried && isShort ? text.exportHint : undefined}
      />
      {order.isError && <Message kind="error">{sentenceOf(order.error)}</Message>}
      {order.isSuccess && (
        <Message kind="good">{`${text.exportStarted} ${text.expected(bytes(order.data.expectedBytes))}`}</Message>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{order.isSuccess ? words.common.close : words.common.cancel}</Button>
        {!order.isSuccess && (
          <Button type="submit" kind="primary" disabled={order.isPending}>
            {text.exportMake}
          </Button>
        )}
      </div>
    </form>
  );
}
