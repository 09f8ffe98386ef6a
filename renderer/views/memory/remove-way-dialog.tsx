import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { KeyView } from '../../../services/contract/key.ts';
import { trpc } from '../../hub.ts';
import { Modal } from '../../parts/modal.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { SecretForm } from './secret-form.tsx';

interface RemoveWayDialogProps {
  /** Null: it is closed. */
  readonly way: 'passphrase' | 'recovery' | null;
  readonly needsSecret: boolean;
  readonly onClose: () => void;
}

/** Closes a way to the key for who proves that they know it. */
export function RemoveWayDialog({ way, needsSecret, onClose }: RemoveWayDialogProps) {
  const text = words.memory.key;
  const queries = useQueryClient();
  const done = {
    onSuccess: (view: KeyView) => {
      queries.setQueryData(trpc.key.ways.queryKey(), view);
      onClose();
    },
  };
  const passphrase = useMutation(trpc.key.removePassphrase.mutationOptions(done));
  const recovery = useMutation(trpc.key.removeRecoveryCode.mutationOptions(done));
  const removal = way === 'passphrase' ? passphrase : recovery;
  const close = (): void => {
    passphrase.reset();
    recovery.reset();
    onClose();
  };
  return (
    <Modal
      open={way !== null}
      title={way === 'passphrase' ? text.removePassphrase : text.removeRecovery}
      detail={way === 'passphrase' ? text.removePassphraseDetail : text.removeRecoveryDetail}
      onClose={close}
    >
      <SecretForm
        kind="danger"
        action={text.remove}
        isBusy={removal.isPending}
        error={removal.isError ? sentenceOf(removal.error) : undefined}
        {...{ needsSecret }}
        onCancel={close}
        onSecret={(current) => {
          removal.mutate(current === undefined ? {} : { current });
        }}
      />
    </Modal>
  );
}
