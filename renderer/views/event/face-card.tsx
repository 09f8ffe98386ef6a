import { useQuery } from '@tanstack/react-query';
import { UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import type { Admission } from '../../../services/contract/person.ts';
import type { Event } from '../../../services/contract/event.ts';
import { trpc } from '../../hub.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Message } from '../../parts/message.tsx';
import { who } from '../../words/who.ts';
import { words } from '../../words/words.ts';
import { faceAddress } from '../events/snapshot-address.ts';
import { EnrolDialog } from './enrol-dialog.tsx';
import { FaceQuestion } from './face-question.tsx';
import { Living } from './living.tsx';

/** What the owner has said of the face, and what became of it. */
export type Answer =
  | { readonly kind: 'confirmed'; readonly name: string; readonly admission: Admission }
  | { readonly kind: 'denied'; readonly name: string }
  | { readonly kind: 'named'; readonly name: string };

/** The face of a visit: whose Lares takes it for, and whether that is right; a face without a name gets one here. */
export function FaceCard({ event }: { readonly event: Event }) {
  const [naming, setNaming] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const { identity } = event;
  const people = useQuery(trpc.people.list.queryOptions()).data;
  const person = identity.kind === 'known' ? people?.find(({ id }) => id === identity.personId) : undefined;
  return (
    <Card className="flex flex-col gap-4 p-4">
      {identity.kind === 'known' ? (
        <FaceQuestion
          event={event}
          identity={identity}
          person={person}
          answer={answer}
          onAnswer={setAnswer}
        />
      ) : (
        <div className="flex items-center gap-4">
          <img
            src={faceAddress(event)}
            alt={words.event.facePicture(who(event))}
            className="size-28 shrink-0 rounded-2xl bg-sunken object-cover max-lg:size-20"
          />
          <div className="min-w-0">
            <p className="line-clamp-2 text-lg font-semibold wrap-anywhere">{who(event)}</p>
            {answer?.kind !== 'denied' && (
              <p className="mt-0.5 text-sm text-quiet">{words.who.unknownDetail}</p>
            )}
          </div>
        </div>
      )}
      {answer !== null && <Message kind="good">{answerSentence(answer)}</Message>}
      {person !== undefined && (
        <ButtonLink to={{ screen: 'person', personId: person.id }} kind="quiet" className="-my-2 min-w-0">
          <span className="truncate">{words.event.openPerson(person.name)}</span>
        </ButtonLink>
      )}
      {identity.kind !== 'known' && (
        <Button
          kind="primary"
          onClick={() => {
            setNaming(true);
          }}
        >
          <UserRoundPlus aria-hidden className="size-5" />
          {answer?.kind === 'denied' ? words.event.whoThen : words.event.enrol}
        </Button>
      )}
      {event.liveness !== undefined && <Living liveness={event.liveness} />}
      {naming && (
        <EnrolDialog
          event={event}
          onDone={(name) => {
            setAnswer({ kind: 'named', name });
          }}
          onClose={() => {
            setNaming(false);
          }}
        />
      )}
    </Card>
  );
}

function answerSentence(answer: Answer): string {
  if (answer.kind === 'denied') return words.event.notThem(answer.name);
  if (answer.kind === 'named') return words.event.named(answer.name);
  const { admission, name } = answer;
  if (admission.kind === 'refused') return words.event.refused[admission.why](name);
  return admission.replaces === null ? words.event.admitted(name) : words.event.replaced(name);
}
