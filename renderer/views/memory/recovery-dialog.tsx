import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../../hub.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { Modal } from '../../parts/modal.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { RecoverySheet } from '../setup/recovery-sheet.tsx';
import { SecretForm } from './secret-form.tsx';

interface RecoveryDialogProps {
  readonly open: boolean;
  readonly needsSecret: boolean;
  /** There is one already, which is void then. */
  readonly isRenewed: boolean;
  readonly onClose: () => void;
}

/** Makes a recovery code and shows it once, until a group of it was typed back from the paper. */
export function RecoveryDialog({ open, needsSecret, isRenewed, onClose }: RecoveryDialogProps) {
  const text = words.memory.key;
  const queries = useQueryClient();
  const make = useMutation(
    trpc.key.makeRecoveryCode.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.key.ways.queryFilter()),
    }),
  );
  const [asks, setAsks] = useState(false);
  const close = (): void => {
    setAsks(false);
    make.reset();
    onClose();
  };
  return (
    <Modal
      open={open}
      width={make.isSuccess ? 'wide' : 'normal'}
      title={make.isSuccess ? text.ways.recovery : isRenewed ? text.renewRecovery : text.makeRecovery}
      detail={isRenewed && !make.isSuccess ? text.renewDetail : text.details.recovery}
      onClose={() => {
        if (make.isSuccess) setAsks(true);
        else close();
      }}
    >
      {make.isSuccess ? (
        <RecoverySheet code={make.data.code} onConfirmed={close} />
      ) : (
        <SecretForm
          kind="primary"
          action={isRenewed ? text.renewRecovery : text.makeRecovery}
          isBusy={make.isPending}
          error={make.isError ? sentenceOf(make.error) : undefined}
          {...{ needsSecret }}
          onCancel={close}
          onSecret={(current) => {
            make.mutate(current === undefined ? {} : { current });
          }}
        />
      )}
      <Confirm
        open={asks}
        title={words.setup.key.leaveTitle}
        detail={words.setup.key.leaveDetail}
        action={words.setup.key.leaveAction}
        onConfirm={close}
        onCancel={() => {
          setAsks(false);
        }}
      />
    </Modal>
  );
}
