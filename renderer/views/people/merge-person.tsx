import { useMutation, useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { PersonId } from '../../../services/contract/identifiers.ts';
import type { Person } from '../../../services/contract/person.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Message } from '../../parts/message.tsx';
import { Modal } from '../../parts/modal.tsx';
import { goTo } from '../../route.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { MergePreview } from './merge-preview.tsx';
import { useReadPeopleAnew } from './people-news.ts';
import { PersonFace } from './person-face.tsx';

interface MergePersonProps {
  readonly person: Person;
  readonly onClose: () => void;
}

/** Somebody who is in the list twice becomes one: chosen by their face, shown before it is done. */
export function MergePerson({ person, onClose }: MergePersonProps) {
  const people = useQuery(trpc.people.list.queryOptions());
  const [otherId, setOtherId] = useState<PersonId | null>(null);
  const [stays, setStays] = useState<'other' | 'this'>('other');
  const readAnew = useReadPeopleAnew();
  const merge = useMutation(
    trpc.people.merge.mutationOptions({
      onSuccess: async (one) => {
        onClose();
        if (one.id !== person.id) goTo({ screen: 'person', personId: one.id });
        await readAnew();
      },
    }),
  );
  const others = (people.data ?? []).filter(({ id, leavesAtMs }) => id !== person.id && leavesAtMs === null);
  const other = others.find(({ id }) => id === otherId);
  const [goes, into] = stays === 'other' ? [person, other] : [other, person];
  return (
    <Modal
      title={
        other === undefined
          ? words.person.mergeTitle(person.name)
          : words.person.mergeBoth(person.name, other.name)
      }
      detail={words.person.mergeDetail}
      width="wide"
      open
      onClose={onClose}
    >
      {other === undefined ? (
        <Others people={others} onChoose={setOtherId} />
      ) : (
        <MergePreview person={person} other={other} stays={stays} onStays={setStays} />
      )}
      {merge.isError && (
        <div className="mt-4">
          <Message kind="error">{sentenceOf(merge.error)}</Message>
        </div>
      )}
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        {other !== undefined && (
          <Button
            kind="quiet"
            className="mr-auto -ml-3"
            onClick={() => {
              merge.reset();
              setOtherId(null);
            }}
          >
            <ArrowLeft aria-hidden className="size-5" />
            {words.person.mergeOther}
          </Button>
        )}
        <Button onClick={onClose}>{words.common.cancel}</Button>
        {goes !== undefined && into !== undefined && (
          <Button
            kind="primary"
            className="max-w-80"
            disabled={merge.isPending}
            onClick={() => {
              merge.mutate({ personId: goes.id, into: into.id });
            }}
          >
            <span className="truncate">
              {merge.isPending ? words.common.saving : words.person.mergeIt(into.name)}
            </span>
          </Button>
        )}
      </div>
    </Modal>
  );
}

interface OthersProps {
  readonly people: readonly Person[];
  readonly onChoose: (personId: PersonId) => void;
}

function Others({ people, onChoose }: OthersProps) {
  if (people.length === 0) return <p className="text-quiet">{words.person.mergeNobody}</p>;
  return (
    <ul className="-m-1 grid max-h-[min(30rem,52dvh)] grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-2 overflow-y-auto p-1">
      {people.map((each) => (
        <li key={each.id}>
          <button
            type="button"
            onClick={() => {
              onChoose(each.id);
            }}
            className="flex w-full flex-col items-center gap-2 rounded-2xl border border-line p-3 hover:border-edge hover:bg-sunken"
          >
            <PersonFace person={each} className="size-22" />
            <span className="w-full truncate text-center font-medium" dir="auto">
              {each.name}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
