import { useQuery } from '@tanstack/react-query';
import { UserRoundPlus, Users } from 'lucide-react';
import { trpc } from '../../hub.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Message } from '../../parts/message.tsx';
import { Screen } from '../../parts/screen.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { PersonCard } from './person-card.tsx';
import { UnknownPeople } from './unknown-people.tsx';

/** Everybody Lares knows, and those who came without a name. */
export function PeopleScreen() {
  const people = useQuery(trpc.people.list.queryOptions());
  const add = (
    <ButtonLink to={{ screen: 'new-person' }} kind="primary">
      <UserRoundPlus aria-hidden className="size-5" />
      {words.people.add}
    </ButtonLink>
  );
  const nobody = people.data?.length === 0;
  return (
    <Screen title={words.people.title} detail={words.people.detail} actions={nobody ? undefined : add}>
      {people.isError && <Message kind="error">{sentenceOf(people.error)}</Message>}
      {nobody && (
        <EmptyState icon={Users} title={words.people.empty} detail={words.people.emptyDetail}>
          {add}
        </EmptyState>
      )}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,20rem),1fr))] gap-4">
        {people.data?.map((person) => (
          <li key={person.id}>
            <PersonCard person={person} />
          </li>
        ))}
      </ul>
      <UnknownPeople />
    </Screen>
  );
}
