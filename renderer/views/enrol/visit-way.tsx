import { useMutation, useQuery } from '@tanstack/react-query';
import { Check, Footprints } from 'lucide-react';
import { useState } from 'react';
import type { Event } from '../../../services/contract/event.ts';
import type { Person } from '../../../services/contract/person.ts';
import { useNow } from '../../house/now.ts';
import { trpc } from '../../hub.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Message } from '../../parts/message.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { moment } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { useCameraName } from '../events/camera-names.ts';
import { faceAddress } from '../events/snapshot-address.ts';
import { type Named, useNaming } from '../people/naming.ts';
import { useReadPeopleAnew } from '../people/people-news.ts';
import { type Entry, useEnrolQueue } from './enrol-queue.ts';
import { State } from './photo-tile.tsx';
import { QueueCard } from './queue-card.tsx';

/** Faces without a name that a camera saw lately, to pick from. */
export function VisitWay({ person }: { readonly person: Person | undefined }) {
  const naming = useNaming(person === undefined ? {} : { fixed: person });
  const [missing, setMissing] = useState(false);
  const readAnew = useReadPeopleAnew();
  const newest = useQuery({ ...trpc.events.newest.queryOptions({ limit: 200 }), staleTime: 0 });
  const enrol = useMutation(trpc.people.enrolEvent.mutationOptions());
  const queue = useEnrolQueue(async (event: Event, named: Named) => {
    const enrolled = await enrol.mutateAsync({ eventId: event.id, ...named });
    await readAnew();
    return enrolled;
  });
  const { entries, next } = queue;
  const strangers = (newest.data ?? []).filter(
    ({ identity, hasFace, id }) =>
      (identity.kind === 'unknown' && hasFace) || entries.some(({ key }) => key === id),
  );
  const text = words.enrolment.visits;
  if (newest.isError) return <Message kind="error">{sentenceOf(newest.error)}</Message>;
  if (newest.isSuccess && strangers.length === 0)
    return <EmptyState icon={Footprints} title={text.empty} detail={text.emptyDetail} />;
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="min-w-0">
        <p className="mb-3 text-quiet">{text.detail}</p>
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-3">
          {strangers.map((event) => (
            <li key={event.id}>
              <Stranger
                event={event}
                entry={entries.find(({ key }) => key === event.id)}
                onToggle={(chosen) => {
                  setMissing(false);
                  if (chosen) queue.put([{ key: event.id, thing: event, state: { kind: 'waiting' } }]);
                  else queue.remove(event.id);
                }}
              />
            </li>
          ))}
        </ul>
      </div>
      <QueueCard
        person={person}
        naming={naming}
        queue={queue}
        text={text}
        add={text.add(next.length)}
        missing={missing}
        onSend={(named) => {
          setMissing(next.length === 0);
          if (next.length > 0) queue.run(next, named);
        }}
      />
    </div>
  );
}

interface StrangerProps {
  readonly event: Event;
  readonly entry: Entry<Event> | undefined;
  readonly onToggle: (chosen: boolean) => void;
}

function Stranger({ event, entry, onToggle }: StrangerProps) {
  const now = useNow(60_000);
  const camera = useCameraName()(event.cameraId);
  const when = moment(event.beganAtMs, now);
  const locked = entry?.state.kind === 'taken' || entry?.state.kind === 'sending';
  return (
    <>
      <button
        type="button"
        data-stranger={event.id}
        aria-pressed={entry !== undefined}
        aria-label={words.enrolment.visits.face(camera, when)}
        disabled={locked}
        onClick={() => {
          onToggle(entry === undefined);
        }}
        className="group block w-full rounded-2xl border border-line bg-card p-1.5 text-left hover:border-edge aria-pressed:border-accent aria-pressed:bg-accent-soft"
      >
        <span className="relative block overflow-hidden rounded-xl">
          <img
            src={faceAddress(event)}
            alt=""
            loading="lazy"
            className="aspect-square w-full bg-sunken object-cover"
          />
          <span
            aria-hidden
            className="absolute top-2 right-2 grid size-7 place-items-center rounded-full border-2 border-white bg-black/30 text-transparent group-aria-pressed:bg-accent group-aria-pressed:text-on-accent"
          >
            <Check className="size-4" strokeWidth={3} />
          </span>
        </span>
        <span className="block truncate px-1 pt-1.5 text-sm font-medium tabular-nums">{when}</span>
        <span className="block truncate px-1 pb-0.5 text-sm text-quiet" dir="auto">
          {camera}
        </span>
      </button>
      {entry !== undefined && entry.state.kind !== 'waiting' && (
        <div className="px-1.5 pt-1.5">
          <State state={entry.state} />
        </div>
      )}
    </>
  );
}
