import { useQuery } from '@tanstack/react-query';
import { Cctv, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useHealth } from '../../house/health.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { ButtonLink } from '../../parts/button-link.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { words } from '../../words/words.ts';
import { CameraWay } from '../enrol/camera-way.tsx';
import { PersonFace } from '../people/person-face.tsx';
import { StepFrame } from './step-frame.tsx';

/** The first person, enrolled before a camera; the same way as under People. */
export function PeopleStep() {
  const text = words.setup.people;
  const health = useHealth();
  const people = useQuery(trpc.people.list.queryOptions()).data ?? [];
  // Who was just enrolled stays in view, with the way to them, until somebody else is wanted.
  const [round, setRound] = useState(0);
  const [knownBefore] = useState(people.length > 0);
  const shows = !knownBefore || round > 0;
  const hasCamera = health?.demo === false && health.cameras.length > 0;
  return (
    <StepFrame step="people" title={text.title} detail={text.detail} done={people.length > 0} isTall>
      {people.length > 0 && (
        <div className="flex flex-wrap items-center gap-3">
          <ul className="flex -space-x-3">
            {people.slice(0, 5).map((person) => (
              <li key={person.id}>
                <PersonFace person={person} className="size-12 border-2 border-ground" />
              </li>
            ))}
          </ul>
          <p role="status" className="min-w-0 flex-1 font-medium">
            {text.known(people.length)}
          </p>
          {hasCamera && (
            <Button
              onClick={() => {
                setRound(round + 1);
              }}
            >
              <UserPlus aria-hidden className="size-5" />
              {text.one}
            </Button>
          )}
        </div>
      )}
      {!hasCamera && (
        <EmptyState icon={Cctv} title={text.noCamera} detail={text.noCameraDetail}>
          <ButtonLink to={{ screen: 'setup', at: 'cameras' }} kind="primary">
            {text.toCameras}
          </ButtonLink>
          <ButtonLink to={{ screen: 'new-person' }}>{text.photos}</ButtonLink>
        </EmptyState>
      )}
      {hasCamera && shows && <CameraWay key={round} person={undefined} />}
    </StepFrame>
  );
}
