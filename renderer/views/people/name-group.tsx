import { useMutation } from '@tanstack/react-query';
import type { UnknownPerson } from '../../../services/contract/person.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Message } from '../../parts/message.tsx';
import { Modal } from '../../parts/modal.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { ConsentFields } from './consent-fields.tsx';
import { groupAddress } from './group-address.ts';
import { NameFields } from './naming-fields.tsx';
import { useNaming } from './naming.ts';
import { useReadPeopleAnew } from './people-news.ts';

interface NameGroupProps {
  readonly group: UnknownPerson;
  readonly onClose: () => void;
}

/** All visits of an unknown person get a name. */
export function NameGroup({ group, onClose }: NameGroupProps) {
  const naming = useNaming();
  const readAnew = useReadPeopleAnew();
  const name = useMutation(
    trpc.people.nameGroup.mutationOptions({
      onSuccess: () => {
        onClose();
        return readAnew();
      },
    }),
  );
  const visits = words.people.visits(group.visits);
  return (
    <Modal title={words.unknown.nameTitle} detail={words.unknown.nameDetail(visits)} open onClose={onClose}>
      <form
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(submit) => {
          submit.preventDefault();
          const named = naming.take();
          if (named !== null) name.mutate({ groupId: group.id, ...named });
        }}
      >
        <div className="flex flex-col gap-5 sm:flex-row">
          <img
            src={groupAddress(group)}
            alt={words.unknown.picture(visits)}
            className="size-36 shrink-0 rounded-2xl bg-sunken object-cover"
          />
          <div className="min-w-0 flex-1">
            <NameFields naming={naming} autoFocus />
          </div>
        </div>
        {naming.asksConsent && <ConsentFields naming={naming} />}
        {name.isError && <Message kind="error">{sentenceOf(name.error)}</Message>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button type="submit" kind="primary" disabled={name.isPending} className="max-w-72">
            <span className="truncate">
              {name.isPending ? words.common.saving : words.event.thisIs(naming.draft.name.trim())}
            </span>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
