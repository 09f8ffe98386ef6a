import { useQuery } from '@tanstack/react-query';
import { History, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Event } from '../../../services/contract/event.ts';
import type { EventId } from '../../../services/contract/identifiers.ts';
import { useNow } from '../../house/now.ts';
import { trpc } from '../../hub.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Message } from '../../parts/message.tsx';
import { Screen } from '../../parts/screen.tsx';
import { goTo, useHash } from '../../route.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { clock, day } from '../../words/times.ts';
import { who } from '../../words/who.ts';
import { words } from '../../words/words.ts';
import { useCameraName } from '../events/camera-names.ts';
import { removeSoon } from '../events/removing.ts';
import { timelineAddressOf, timelineQuery } from '../events/timeline-address.ts';
import { Absence } from './absence.tsx';
import { BesideLinks } from './beside-links.tsx';
import { EventFacts } from './event-facts.tsx';
import { FaceCard } from './face-card.tsx';
import { KeepButton } from './keep-button.tsx';
import { MistakeCard } from './mistake-card.tsx';
import { SeenBefore } from './seen-before.tsx';
import { VisitPicture } from './visit-picture.tsx';

/** One visit: its picture, who it was, when; a stranger gets a name here. */
export function EventScreen({ eventId }: { readonly eventId: EventId }) {
  const event = useQuery(trpc.events.get.queryOptions({ eventId }));
  if (event.data !== undefined) return <Visit event={event.data} />;
  return (
    <Screen title={words.events.title} back={{ screen: 'events' }}>
      {event.isError ? (
        <EmptyState icon={History} title={sentenceOf(event.error)} detail={words.event.goneDetail}>
          <ButtonLink to={{ screen: 'home' }}>{words.screens.home}</ButtonLink>
        </EmptyState>
      ) : (
        <p className="text-quiet">{words.common.loading}</p>
      )}
    </Screen>
  );
}

function Visit({ event }: { readonly event: Event }) {
  const now = useNow(60_000);
  const [error, setError] = useState<unknown>(null);
  const address = timelineAddressOf(useHash());
  const camera = useCameraName()(event.cameraId);
  const offline = event.label === 'camera_offline';
  const isFace = event.hasFace && event.label !== 'nothing';
  const back = timelineQuery({ ...address, atMs: address.text === '' ? event.beganAtMs : null });
  return (
    <Screen
      title={who(event)}
      detail={`${camera} · ${day(event.beganAtMs, now)}, ${clock(event.beganAtMs)}`}
      back={{ screen: 'events', query: back }}
      actions={
        <>
          <BesideLinks eventId={event.id} filter={address.filter} />
          <KeepButton event={event} onError={setError} />
          <Button
            kind="quiet-danger"
            onClick={() => {
              removeSoon(event, Date.now());
              goTo({ screen: 'events', query: back });
            }}
          >
            <Trash2 aria-hidden className="size-5" />
            {words.event.remove}
          </Button>
        </>
      }
    >
      {error !== null && (
        <div className="mb-4">
          <Message kind="error">{sentenceOf(error)}</Message>
        </div>
      )}
      <div className="grid grid-cols-1 items-start gap-6 md:grid-cols-[minmax(0,1fr)_17rem] lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {offline ? <Absence why={event.why} /> : <VisitPicture event={event} camera={camera} />}
          {isFace && <SeenBefore event={event} />}
        </div>
        <div className="flex flex-col gap-4">
          {isFace && <FaceCard event={event} />}
          <EventFacts event={event} camera={camera} />
          <MistakeCard event={event} />
        </div>
      </div>
    </Screen>
  );
}
