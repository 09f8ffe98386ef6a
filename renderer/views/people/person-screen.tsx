import { useQuery } from '@tanstack/react-query';
import { Pencil, Users } from 'lucide-react';
import { useState } from 'react';
import type { PersonId } from '../../../services/contract/identifiers.ts';
import type { Person } from '../../../services/contract/person.ts';
import { trpc } from '../../hub.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Message } from '../../parts/message.tsx';
import { Screen } from '../../parts/screen.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { date } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { ErasePerson } from './erase-person.tsx';
import { GalleryCard } from './gallery-card.tsx';
import { PersonConsent } from './person-consent.tsx';
import { PersonFaces } from './person-faces.tsx';
import { PersonRights } from './person-rights.tsx';
import { PersonVisits } from './person-visits.tsx';
import { RenamePerson } from './rename-person.tsx';

/** All that Lares keeps of one person, and all that can be done with it. */
export function PersonScreen({ personId }: { readonly personId: PersonId }) {
  const people = useQuery(trpc.people.list.queryOptions());
  const person = people.data?.find(({ id }) => id === personId);
  if (person !== undefined) return <Known person={person} />;
  return (
    <Screen title={words.people.title} back={{ screen: 'people' }}>
      {people.isError && <Message kind="error">{sentenceOf(people.error)}</Message>}
      {people.isPending && <p className="text-quiet">{words.common.loading}</p>}
      {people.isSuccess && (
        <EmptyState icon={Users} title={words.people.gone} detail={words.people.goneDetail}>
          <ButtonLink to={{ screen: 'people' }}>{words.people.title}</ButtonLink>
        </EmptyState>
      )}
    </Screen>
  );
}

function Known({ person }: { readonly person: Person }) {
  const [renaming, setRenaming] = useState(false);
  return (
    <Screen
      title={person.name}
      detail={`${words.people.faces(person.faces.length)} · ${words.people.since(date(person.enrolledAtMs))}`}
      back={{ screen: 'people' }}
      actions={
        <>
          <Button
            kind="quiet"
            onClick={() => {
              setRenaming(true);
            }}
          >
            <Pencil aria-hidden className="size-5" />
            {words.people.rename}
          </Button>
          <ErasePerson person={person} />
        </>
      }
    >
      <div className="grid grid-cols-1 items-start gap-6 md:grid-cols-[minmax(0,1fr)_18rem] lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <PersonFaces person={person} />
          <PersonVisits person={person} />
        </div>
        <div className="flex flex-col gap-4 md:pt-10">
          <GalleryCard person={person} />
          <PersonConsent person={person} />
          <PersonRights person={person} />
        </div>
      </div>
      {renaming && (
        <RenamePerson
          person={person}
          onClose={() => {
            setRenaming(false);
          }}
        />
      )}
    </Screen>
  );
}
