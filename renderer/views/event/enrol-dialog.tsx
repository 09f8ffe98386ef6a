import { useMutation } from '@tanstack/react-query';
import type { Event } from '../../../services/contract/event.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Message } from '../../parts/message.tsx';
import { Modal } from '../../parts/modal.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { who } from '../../words/who.ts';
import { words } from '../../words/words.ts';
import { faceAddress } from '../events/snapshot-address.ts';
import { ConsentFields } from '../people/consent-fields.tsx';
import { NameFields } from '../people/naming-fields.tsx';
import { useNaming } from '../people/naming.ts';
import { useReadPeopleAnew } from '../people/people-news.ts';

interface EnrolDialogProps {
  readonly event: Event;
  readonly onDone: (name: string) => void;
  readonly onClose: () => void;
}

/** Gives a face a name: a new one, with consent, or that of somebody who is known already. */
export function EnrolDialog({ event, onDone, onClose }: EnrolDialogProps) {
  const naming = useNaming();
  const readAnew = useReadPeopleAnew();
  const enrol = useMutation(
    trpc.people.enrolEvent.mutationOptions({
      onSuccess: (person) => {
        onDone(person.name);
        onClose();
        return readAnew();
      },
    }),
  );
  return (
    <Modal title={words.event.enrolTitle} detail={words.event.enrolDetail} open onClose={onClose}>
      <form
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(submit) => {
          submit.preventDefault();
          const named = naming.take();
          if (named !== null) enrol.mutate({ eventId: event.id, ...named });
        }}
      >
        <div className="flex flex-col gap-5 sm:flex-row">
          <img
            src={faceAddress(event)}
            alt={words.event.facePicture(who(event))}
            className="size-36 shrink-0 rounded-2xl bg-sunken object-cover"
          />
          <div className="min-w-0 flex-1">
            <NameFields naming={naming} autoFocus />
          </div>
        </div>
        {naming.asksConsent && <ConsentFields naming={naming} />}
        {enrol.isError && <Message kind="error">{sentenceOf(enrol.error)}</Message>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button type="submit" kind="primary" disabled={enrol.isPending} className="max-w-72">
            <span className="truncate">
              {enrol.isPending ? words.common.saving : words.event.thisIs(naming.draft.name.trim())}
            </span>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
