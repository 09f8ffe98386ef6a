import { UserPlus } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useNow } from '../../house/now.ts';
import { trpc } from '../../hub.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Card } from '../../parts/card.tsx';
import { hrefOf } from '../../route.ts';
import { words } from '../../words/words.ts';
import { PersonFace } from '../people/person-face.tsx';
import { type PersonSeen, useLastSeen } from './last-seen.ts';
import { presenceOf } from './presence-of.ts';

const shown = 6;

/** Who of the household was seen when. */
export function PeoplePanel() {
  const known = useQuery(trpc.people.list.queryOptions()).data;
  const seen = useLastSeen();
  const now = useNow(10_000);
  if (known === undefined) return null;
  return (
    <section aria-label={words.presence.title}>
      <Card className="p-1.5">
        {known.length === 0 ? (
          <div className="flex flex-wrap items-center justify-between gap-x-2 pl-3 text-quiet">
            <p className="py-3">{words.presence.nobody}</p>
            <ButtonLink to={{ screen: 'new-person' }} kind="quiet">
              <UserPlus aria-hidden className="size-5" />
              {words.presence.introduce}
            </ButtonLink>
          </div>
        ) : (
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(10rem,100%),1fr))]">
            {seen.slice(0, known.length > shown ? shown - 1 : shown).map((one) => (
              <li key={one.person.id}>
                <SeenPerson {...one} nowMs={now} />
              </li>
            ))}
            {known.length > shown && (
              <li>
                <a
                  href={hrefOf({ screen: 'people' })}
                  className="flex min-h-14 items-center rounded-xl px-3 font-medium text-accent hover:bg-sunken"
                >
                  {words.presence.more(known.length - shown + 1)}
                </a>
              </li>
            )}
          </ul>
        )}
      </Card>
    </section>
  );
}

function SeenPerson({ person, event, nowMs }: PersonSeen & { readonly nowMs: number }) {
  const { here, sentence } = presenceOf(event, nowMs);
  return (
    <a
      href={hrefOf({ screen: 'person', personId: person.id })}
      className="flex min-h-14 items-center gap-2.5 rounded-xl px-2 py-1.5 hover:bg-sunken"
      data-person={person.id}
    >
      <PersonFace
        person={person}
        className={`size-11 rounded-full ${here ? 'ring-3 ring-good ring-offset-2 ring-offset-card' : ''}`}
      />
      <span className="min-w-0">
        <span className="block truncate font-semibold" dir="auto" title={person.name}>
          {person.name}
        </span>
        <span
          title={sentence}
          className={`block truncate text-sm ${here ? 'font-medium text-good' : 'text-quiet'}`}
        >
          {sentence}
        </span>
      </span>
    </a>
  );
}
