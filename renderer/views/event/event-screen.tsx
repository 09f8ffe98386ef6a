import { useQuery } from '@tanstack/react-query';
import { History, Trash2, UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import type { Event } from '../../../services/contract/event.ts';
import type { EventId } from '../../../services/contract/identifiers.ts';
import { useNow } from '../../house/now.ts';
import { trpc } from '../../hub.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Screen } from '../../parts/screen.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { day } from '../../words/times.ts';
import { who } from '../../words/who.ts';
import { words } from '../../words/words.ts';
import { useCameraName } from '../events/camera-names.ts';
import { faceAddress } from '../events/snapshot-address.ts';
import { Absence } from './absence.tsx';
import { EnrolDialog } from './enrol-dialog.tsx';
import { EventFacts } from './event-facts.tsx';
import { RemoveEvent } from './remove-event.tsx';
import { Snapshot } from './snapshot.tsx';

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
  const [dialog, setDialog] = useState<'none' | 'enrol' | 'remove'>('none');
  const now = useNow(60_000);
  const camera = useCameraName()(event.cameraId);
  const offline = event.label === 'camera_offline';
  const close = () => {
    setDialog('none');
  };
  return (
    <Screen
      title={who(event)}
      detail={`${camera} · ${day(event.beganAtMs, now)}`}
      back={{ screen: 'events' }}
      actions={
        <Button
          kind="quiet-danger"
          onClick={() => {
            setDialog('remove');
          }}
        >
          <Trash2 aria-hidden className="size-5" />
          {words.event.remove}
        </Button>
      }
    >
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        {offline ? <Absence why={event.why} /> : <Snapshot event={event} camera={camera} />}
        <div className="flex flex-col gap-4">
          {event.hasFace && (
            <FaceCard
              event={event}
              onEnrol={() => {
                setDialog('enrol');
              }}
            />
          )}
          <EventFacts event={event} camera={camera} />
        </div>
      </div>
      <EnrolDialog event={event} open={dialog === 'enrol'} onClose={close} />
      <RemoveEvent
        eventId={event.id}
        detail={offline ? words.event.removeOfflineDetail : words.event.removeDetail}
        open={dialog === 'remove'}
        onCancel={close}
      />
    </Screen>
  );
}

function FaceCard({ event, onEnrol }: { readonly event: Event; readonly onEnrol: () => void }) {
  const known = event.identity.kind === 'known';
  return (
    <Card className="flex flex-col gap-4 p-4">
      <div className="flex items-center gap-4">
        <img
          src={faceAddress(event)}
          alt={words.event.facePicture(who(event))}
          className="size-24 shrink-0 rounded-2xl bg-sunken object-cover"
        />
        <div className="min-w-0">
          <p className="line-clamp-2 text-lg font-semibold wrap-anywhere" dir="auto">
            {who(event)}
          </p>
          {!known && <p className="mt-0.5 text-sm text-quiet">{words.who.unknownDetail}</p>}
        </div>
      </div>
      <Button kind={known ? 'plain' : 'primary'} onClick={onEnrol}>
        <UserRoundPlus aria-hidden className="size-5" />
        {known ? words.event.correct : words.event.enrol}
      </Button>
    </Card>
  );
}
