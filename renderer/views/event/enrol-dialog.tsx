import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Event } from '../../../services/contract/event.ts';
import { PersonName } from '../../../services/contract/person.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { fieldErrors } from '../../parts/field-errors.ts';
import { Message } from '../../parts/message.tsx';
import { Modal } from '../../parts/modal.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { who } from '../../words/who.ts';
import { words } from '../../words/words.ts';
import { faceAddress } from '../events/snapshot-address.ts';
import { NameChips } from './name-chips.tsx';

interface EnrolDialogProps {
  readonly event: Event;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Gives a face a name: a new one, or that of somebody who is known already. */
export function EnrolDialog({ event, open, onClose }: EnrolDialogProps) {
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const queries = useQueryClient();
  const people = useQuery(trpc.people.list.queryOptions());
  const enrol = useMutation(
    trpc.people.enrolEvent.mutationOptions({
      onSuccess: async () => {
        setName('');
        setTried(false);
        onClose();
        await Promise.all([
          queries.invalidateQueries(trpc.people.pathFilter()),
          queries.invalidateQueries(trpc.events.pathFilter()),
        ]);
      },
    }),
  );
  const wrong = fieldErrors(PersonName, name)[''];
  return (
    <Modal title={words.event.enrolTitle} detail={words.event.enrolDetail} open={open} onClose={onClose}>
      <form
        className="flex flex-col gap-5"
        onSubmit={(submit) => {
          submit.preventDefault();
          setTried(true);
          if (wrong === undefined) enrol.mutate({ eventId: event.id, name: name.trim() });
        }}
      >
        <div className="flex flex-col gap-5 sm:flex-row">
          <img
            src={faceAddress(event)}
            alt={words.event.facePicture(who(event))}
            className="size-36 shrink-0 rounded-2xl bg-sunken object-cover"
          />
          <div className="flex min-w-0 flex-1 flex-col gap-4">
            <TextField
              label={words.event.name}
              autoFocus
              value={name}
              onChange={setName}
              error={tried ? wrong : undefined}
            />
            <NameChips
              names={people.data?.map((person) => person.name) ?? []}
              chosen={name}
              onChoose={setName}
            />
          </div>
        </div>
        {enrol.isError && <Message kind="error">{sentenceOf(enrol.error)}</Message>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button type="submit" kind="primary" disabled={enrol.isPending} className="max-w-72">
            <span className="truncate">
              {enrol.isPending ? words.common.saving : words.event.thisIs(name.trim())}
            </span>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
