import { AlertDialog } from 'radix-ui';
import { words } from '../words/words.ts';
import { buttonStyle } from './button-style.ts';
import { Button } from './button.tsx';
import { useFocusReturn } from './focus-return.ts';
import { Message } from './message.tsx';

interface ConfirmProps {
  readonly title: string;
  readonly detail: string;
  readonly action: string;
  readonly kind?: 'primary' | 'danger';
  readonly open: boolean;
  readonly busy?: boolean;
  readonly error?: string | undefined;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before something that can't be taken back. It stays open while it works, and shows what went wrong. */
export function Confirm(props: ConfirmProps) {
  return props.open ? <OpenConfirm {...props} /> : null;
}

function OpenConfirm(props: ConfirmProps) {
  const returnFocus = useFocusReturn();
  return (
    <AlertDialog.Root
      open
      onOpenChange={(next) => {
        if (!next) props.onCancel();
      }}
    >
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 bg-black/55" />
        <AlertDialog.Content
          onCloseAutoFocus={returnFocus}
          className="fixed top-1/2 left-1/2 z-50 max-h-[94dvh] w-[min(28rem,94vw)] -translate-1/2 overflow-y-auto rounded-card border border-line bg-card p-6 shadow-2xl"
        >
          <AlertDialog.Title className="text-xl font-semibold wrap-anywhere">{props.title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-quiet">{props.detail}</AlertDialog.Description>
          {props.error !== undefined && (
            <div className="mt-4">
              <Message kind="error">{props.error}</Message>
            </div>
          )}
          <div className="mt-6 flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel className={buttonStyle('plain')}>{words.common.cancel}</AlertDialog.Cancel>
            <Button kind={props.kind ?? 'danger'} disabled={props.busy} onClick={props.onConfirm}>
              {props.action}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
