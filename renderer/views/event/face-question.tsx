import { useMutation } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import type { Event } from '../../../services/contract/event.ts';
import type { Identity, Person } from '../../../services/contract/person.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Message } from '../../parts/message.tsx';
import { percent } from '../../words/numbers.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { faceAddress } from '../events/snapshot-address.ts';
import { useReadPeopleAnew } from '../people/people-news.ts';
import { PersonFace } from '../people/person-face.tsx';
import type { Answer } from './face-card.tsx';

type Known = Extract<Identity, { readonly kind: 'known' }>;

interface FaceQuestionProps {
  readonly event: Event;
  readonly identity: Known;
  readonly person: Person | undefined;
  readonly answer: Answer | null;
  readonly onAnswer: (answer: Answer) => void;
}

/** "Is this Anna?", beside a face that is surely hers. */
export function FaceQuestion({ event, identity, person, answer, onAnswer }: FaceQuestionProps) {
  const { name } = identity;
  const readAnew = useReadPeopleAnew();
  const confirm = useMutation(
    trpc.people.confirm.mutationOptions({
      onSuccess: (admission) => {
        onAnswer({ kind: 'confirmed', name, admission });
        return readAnew();
      },
    }),
  );
  const deny = useMutation(
    trpc.people.notThem.mutationOptions({
      onSuccess: () => {
        onAnswer({ kind: 'denied', name });
        return readAnew();
      },
    }),
  );
  const error = confirm.error ?? deny.error;
  const busy = confirm.isPending || deny.isPending;
  const asks = identity.confidence < 1 && answer === null;
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <figure>
          <img
            src={faceAddress(event)}
            alt={words.event.facePicture(name)}
            className="aspect-square w-full rounded-2xl bg-sunken object-cover"
          />
          <figcaption className="mt-1 text-center text-sm text-quiet">{words.event.seen}</figcaption>
        </figure>
        <figure>
          <PersonFace person={person ?? { faces: [] }} className="aspect-square w-full" />
          <figcaption className="mt-1 text-center text-sm text-quiet">{words.event.enrolled}</figcaption>
        </figure>
      </div>
      <div>
        {asks && (
          <p className="text-lg font-semibold wrap-anywhere" dir="auto">
            {words.event.isThis(name)}
          </p>
        )}
        <p className="text-quiet wrap-anywhere" dir="auto">
          {sureSentence(name, identity.confidence)}
        </p>
      </div>
      {error !== null && <Message kind="error">{sentenceOf(error)}</Message>}
      <div className="grid grid-cols-2 gap-2">
        {asks && (
          <Button
            kind="primary"
            disabled={busy}
            onClick={() => {
              confirm.mutate({ eventId: event.id });
            }}
          >
            <Check aria-hidden className="size-5" />
            {confirm.isPending ? words.event.asking : words.event.yes}
          </Button>
        )}
        <Button
          disabled={busy}
          className={`min-w-0 ${asks ? '' : 'col-span-2'}`}
          onClick={() => {
            deny.mutate({ eventId: event.id });
          }}
        >
          <X aria-hidden className="size-5 shrink-0" />
          <span className="truncate">
            {deny.isPending ? words.event.asking : asks ? words.event.no : words.event.noAfterAll(name)}
          </span>
        </Button>
      </div>
    </>
  );
}

/** How sure Lares is, in words and percent. */
function sureSentence(name: string, confidence: number): string {
  const { sure } = words.event;
  if (confidence >= 1) return sure.told(name);
  const share = percent(Math.min(confidence, 0.99));
  if (confidence >= 0.97) return sure.certain(name, share);
  if (confidence >= 0.9) return sure.likely(name, share);
  return confidence >= 0.7 ? sure.perhaps(name, share) : sure.doubtful(name, share);
}
