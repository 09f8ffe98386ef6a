import { useQuery } from '@tanstack/react-query';
import type { Event } from '../../../services/contract/event.ts';
import type { PersonId } from '../../../services/contract/identifiers.ts';
import { trpc } from '../../hub.ts';
import { PersonFace } from '../people/person-face.tsx';

/** The face of who came, at the corner of the visit's picture; nothing where nobody is known. */
export function KnownFace({ event: { identity } }: { readonly event: Event }) {
  // Most visits are nobody's: they need not know the people.
  return identity.kind === 'known' ? <Face personId={identity.personId} /> : null;
}

function Face({ personId }: { readonly personId: PersonId }) {
  const people = useQuery(trpc.people.list.queryOptions()).data;
  const person = people?.find(({ id }) => id === personId);
  if (person === undefined || person.faces.length === 0) return null;
  return (
    <PersonFace
      person={person}
      className="absolute -right-2 -bottom-1.5 size-9 rounded-full border-2 border-card"
    />
  );
}
