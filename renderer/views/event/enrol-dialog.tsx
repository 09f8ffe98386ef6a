import { useMutation } from '@tanstack/react-query';
import type { Event } from '../../../services/contract/event.ts';
import { trpc } from '../../hub.ts';
import { who } from '../../words/who.ts';
import { words } from '../../words/words.ts';
import { faceAddress } from '../events/snapshot-address.ts';
import { NamingDialog } from '../people/naming-dialog.tsx';
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
    <NamingDialog
      title={words.event.enrolTitle}
      detail={words.event.enrolDetail}
      naming={naming}
      picture={{ address: faceAddress(event), label: words.event.facePicture(who(event)) }}
      saving={enrol}
      action={words.event.thisIs}
      onNamed={(named) => {
        enrol.mutate({ eventId: event.id, ...named });
      }}
      onClose={onClose}
    />
  );
}
