import { useMutation } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Person } from '../../../services/contract/person.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { goTo } from '../../route.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { useReadPeopleAnew } from './people-news.ts';

/** Asks, then begins to erase; the bar at the foot of the page can take it back. */
export function ErasePerson({ person }: { readonly person: Person }) {
  const [asking, setAsking] = useState(false);
  const readAnew = useReadPeopleAnew();
  const erase = useMutation(
    trpc.people.remove.mutationOptions({
      onSuccess: () => {
        setAsking(false);
        goTo({ screen: 'people' });
        return readAnew();
      },
    }),
  );
  return (
    <>
      <Button
        kind="quiet-danger"
        disabled={person.leavesAtMs !== null}
        onClick={() => {
          setAsking(true);
        }}
      >
        <Trash2 aria-hidden className="size-5" />
        {words.person.erase}
      </Button>
      <Confirm
        open={asking}
        title={words.person.eraseTitle(person.name)}
        detail={words.person.eraseDetail}
        action={words.person.eraseIt}
        busy={erase.isPending}
        error={erase.isError ? sentenceOf(erase.error) : undefined}
        onConfirm={() => {
          erase.mutate({ personId: person.id });
        }}
        onCancel={() => {
          erase.reset();
          setAsking(false);
        }}
      />
    </>
  );
}
