import type { Person } from '../../../services/contract/person.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Message } from '../../parts/message.tsx';
import { words } from '../../words/words.ts';
import type { QueueState } from './enrol-queue.ts';

interface QueueResultProps {
  readonly state: QueueState;
  readonly sentence: (taken: number, all: number) => string;
}

/** How many were added, and the way to the person. */
export function QueueResult({ state, sentence }: QueueResultProps) {
  if (state.kind !== 'over') return null;
  const { taken, all, person } = state;
  return (
    <>
      <Message kind={taken === all ? 'good' : 'warning'}>{sentence(taken, all)}</Message>
      {person !== null && <ToPerson person={person} />}
    </>
  );
}

/** The way to somebody who was just added. */
export function ToPerson({ person }: { readonly person: Person }) {
  return (
    <ButtonLink to={{ screen: 'person', personId: person.id }} kind="soft" className="min-w-0">
      <span className="truncate">{words.enrolment.openPerson(person.name)}</span>
    </ButtonLink>
  );
}
