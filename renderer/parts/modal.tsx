import { Dialog } from 'radix-ui';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { words } from '../words/words.ts';
import { useFocusReturn } from './focus-return.ts';

interface ModalProps {
  readonly title: string;
  readonly detail?: string;
  /** `wide` for pictures side by side. */
  readonly width?: 'normal' | 'wide';
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog for a short task. It closes by its button, by Escape, and by a tap beside it. */
export function Modal(props: ModalProps) {
  return props.open ? <OpenModal {...props} /> : null;
}

function OpenModal({ title, detail, width = 'normal', onClose, children }: ModalProps) {
  const returnFocus = useFocusReturn();
  return (
    <Dialog.Root
      open
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/55" />
        <Dialog.Content
          onCloseAutoFocus={returnFocus}
          {...(detail === undefined ? { 'aria-describedby': undefined } : {})}
          className={`fixed top-1/2 left-1/2 z-50 max-h-[94dvh] -translate-1/2 overflow-y-auto rounded-card border border-line bg-card p-6 shadow-2xl focus:outline-none ${width === 'wide' ? 'w-[min(46rem,94vw)]' : 'w-[min(34rem,94vw)]'}`}
        >
          <div className="mb-4 flex items-start justify-between gap-4">
            <div className="min-w-0">
              <Dialog.Title className="text-xl font-semibold wrap-anywhere">{title}</Dialog.Title>
              {detail !== undefined && (
                <Dialog.Description className="mt-1 text-quiet">{detail}</Dialog.Description>
              )}
            </div>
            <Dialog.Close
              aria-label={words.common.close}
              className="-mt-2 -mr-2 grid size-12 shrink-0 place-items-center rounded-xl text-quiet hover:bg-sunken hover:text-ink"
            >
              <X aria-hidden />
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
