import { useQuery } from '@tanstack/react-query';
import { UserRoundPlus, Users } from 'lucide-react';
import { useState } from 'react';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Message } from '../../parts/message.tsx';
import { Screen } from '../../parts/screen.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { AddPerson } from './add-person.tsx';
import { PersonCard } from './person-card.tsx';

/** Everybody Lares knows. */
export function PeopleScreen() {
  const people = useQuery(trpc.people.list.queryOptions());
  const [adding, setAdding] = useState(false);
  const add = (
    <Button
      kind="primary"
      onClick={() => {
        setAdding(true);
      }}
    >
      <UserRoundPlus aria-hidden className="size-5" />
      {words.people.add}
    </Button>
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
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(16rem,1fr))] gap-4">
        {people.data?.map((person) => (
          <li key={person.id}>
            <PersonCard person={person} />
          </li>
        ))}
      </ul>
      <AddPerson
        open={adding}
        onClose={() => {
          setAdding(false);
        }}
      />
    </Screen>
  );
}
