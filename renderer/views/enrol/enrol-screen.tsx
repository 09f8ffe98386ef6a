import { useQuery } from '@tanstack/react-query';
import { ArrowLeftRight, Cctv, Footprints, Images, type LucideIcon, Users } from 'lucide-react';
import { useState } from 'react';
import type { PersonId } from '../../../services/contract/identifiers.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { ButtonLink } from '../../parts/button-link.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Screen } from '../../parts/screen.tsx';
import { words } from '../../words/words.ts';
import { CameraWay } from './camera-way.tsx';
import { PhotoWay } from './photo-way.tsx';
import { VisitWay } from './visit-way.tsx';

type Way = 'photos' | 'camera' | 'visits';

const ways: readonly (readonly [Way, LucideIcon])[] = [
  ['photos', Images],
  ['camera', Cctv],
  ['visits', Footprints],
];

/** Somebody new, or more faces of somebody known: by photos, in front of a camera, or from past visits. */
export function EnrolScreen({ personId }: { readonly personId: PersonId | null }) {
  const [way, setWay] = useState<Way | null>(null);
  const people = useQuery(trpc.people.list.queryOptions());
  const person = people.data?.find(({ id }) => id === personId);
  const back = personId === null ? { screen: 'people' as const } : { screen: 'person' as const, personId };
  if (personId !== null && person === undefined)
    return (
      <Screen title={words.people.title} back={{ screen: 'people' }}>
        {people.isPending ? (
          <p className="text-quiet">{words.common.loading}</p>
        ) : (
          <EmptyState icon={Users} title={words.people.gone} detail={words.people.goneDetail}>
            <ButtonLink to={{ screen: 'people' }}>{words.people.title}</ButtonLink>
          </EmptyState>
        )}
      </Screen>
    );
  return (
    <Screen
      title={person === undefined ? words.enrolment.title : words.enrolment.titleFor(person.name)}
      detail={way === null ? words.enrolment.choose : words.enrolment.wayDetails[way]}
      back={back}
      actions={
        way !== null && (
          <Button
            kind="quiet"
            onClick={() => {
              setWay(null);
            }}
          >
            <ArrowLeftRight aria-hidden className="size-5" />
            {words.enrolment.otherWay}
          </Button>
        )
      }
    >
      {way === null && <Ways onChoose={setWay} />}
      {way === 'photos' && <PhotoWay person={person} />}
      {way === 'camera' && <CameraWay person={person} />}
      {way === 'visits' && <VisitWay person={person} />}
    </Screen>
  );
}

function Ways({ onChoose }: { readonly onChoose: (way: Way) => void }) {
  return (
    <ul className="grid grid-cols-1 gap-4 sm:grid-cols-3">
      {ways.map(([way, Icon]) => (
        <li key={way}>
          <button
            type="button"
            data-way={way}
            onClick={() => {
              onChoose(way);
            }}
            className="flex h-full w-full flex-col items-center gap-4 rounded-card border border-line bg-card px-6 py-8 text-center hover:border-accent sm:py-12"
          >
            <span className="grid size-24 place-items-center rounded-full bg-accent-soft text-accent">
              <Icon aria-hidden className="size-11" strokeWidth={1.5} />
            </span>
            <span className="text-xl font-semibold">{words.enrolment.ways[way]}</span>
            <span className="max-w-72 text-balance text-quiet">{words.enrolment.wayDetails[way]}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
