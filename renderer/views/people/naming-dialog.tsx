import type { ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { Message } from '../../parts/message.tsx';
import { Modal } from '../../parts/modal.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { ConsentFields } from './consent-fields.tsx';
import { NameFields, NamingFields } from './naming-fields.tsx';
import type { Named, Naming } from './naming.ts';

interface NamingDialogProps {
  readonly title: string;
  readonly detail: string;
  readonly naming: Naming;
  /** A large picture of the face beside the name; without one, `children` stand above it. */
  readonly picture?: { readonly address: string; readonly label: string };
  readonly children?: ReactNode;
  readonly saving: { readonly isPending: boolean; readonly isError: boolean; readonly error: unknown };
  /** What the button says of the name. */
  readonly action: (name: string) => string;
  readonly onNamed: (named: Named) => void;
  readonly onClose: () => void;
}

/** Says whose a face is: somebody known, or somebody new with the consent that it needs. */
export function NamingDialog({ naming, picture, saving, onNamed, onClose, ...props }: NamingDialogProps) {
  return (
    <Modal title={props.title} detail={props.detail} open onClose={onClose}>
      <form
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(submit) => {
          submit.preventDefault();
          const named = naming.take();
          if (named !== null) onNamed(named);
        }}
      >
        {props.children}
        {picture === undefined ? (
          <NamingFields naming={naming} />
        ) : (
          <>
            <div className="flex flex-col gap-5 sm:flex-row">
              <img
                src={picture.address}
                alt={picture.label}
                className="size-36 shrink-0 rounded-2xl bg-sunken object-cover"
              />
              <div className="min-w-0 flex-1">
                <NameFields naming={naming} autoFocus />
              </div>
            </div>
            {naming.asksConsent && <ConsentFields naming={naming} />}
          </>
        )}
        {saving.isError && <Message kind="error">{sentenceOf(saving.error)}</Message>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button type="submit" kind="primary" disabled={saving.isPending} className="max-w-72">
            <span className="truncate">
              {saving.isPending ? words.common.saving : props.action(naming.draft.name.trim())}
            </span>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
