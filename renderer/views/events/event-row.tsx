import { Pin } from 'lucide-react';
import { memo } from 'react';
import type { Event } from '../../../services/contract/event.ts';
import { useNow } from '../../house/now.ts';
import { hrefOf } from '../../route.ts';
import { ago, clock, duration } from '../../words/times.ts';
import { who } from '../../words/who.ts';
import { words } from '../../words/words.ts';
import { EventThumbnail } from './event-thumbnail.tsx';
import { KnownFace } from './known-face.tsx';

interface EventRowProps {
  readonly event: Event;
  readonly camera: string;
  /** `clock` where the day stands above the row. */
  readonly time?: 'ago' | 'clock';
  /** Where the way back leads to: the query of the timeline. */
  readonly query?: string;
  /** It is being deleted. */
  readonly isLeaving?: boolean;
}

/** One visit in a list: who, where, when. */
export const EventRow = memo(function EventRow(props: EventRowProps) {
  const { event, camera, time = 'ago', query = '', isLeaving = false } = props;
  const askable = event.identity.kind === 'unknown' && event.hasFace;
  return (
    <a
      href={hrefOf({ screen: 'event', eventId: event.id, query })}
      className="flex min-h-18 items-center gap-3.5 rounded-xl p-2 hover:bg-sunken"
      data-event={event.id}
    >
      <span className={`relative shrink-0 ${isLeaving ? 'opacity-40' : ''}`}>
        <EventThumbnail event={event} className="w-20" />
        <KnownFace event={event} />
        {event.kept === true && <KeptMark />}
      </span>
      <span className={`min-w-0 flex-1 ${isLeaving ? 'line-through' : ''}`}>
        <span className="block truncate font-semibold" dir="auto">
          {who(event)}
        </span>
        {camera !== '' && (
          <span className="mt-0.5 block truncate text-sm text-quiet" dir="auto">
            {camera}
          </span>
        )}
        <span className="block truncate text-sm text-quiet">
          <When event={event} time={time} />
          {askable && <span className="font-medium text-warn"> · {words.events.whoIsThis}</span>}
        </span>
      </span>
    </a>
  );
});

/** The owner keeps it. */
function KeptMark() {
  return (
    <span
      title={words.timeline.kept}
      className="absolute -top-1 -left-1 grid size-6 place-items-center rounded-full border-2 border-card bg-accent text-on-accent"
    >
      <Pin aria-label={words.timeline.kept} className="size-3" />
    </span>
  );
}

function When({ event, time }: { readonly event: Event; readonly time: 'ago' | 'clock' }) {
  const { label, beganAtMs, endedAtMs } = event;
  const isAbsence = label === 'camera_offline';
  if (endedAtMs === null)
    return (
      <span className={`font-medium ${isAbsence ? 'text-warn' : 'text-good'}`}>
        {isAbsence ? words.when.stillAway : words.when.now}
      </span>
    );
  return (
    <>
      {time === 'clock' ? clock(beganAtMs) : <Ago ms={beganAtMs} />}
      {isAbsence && `, ${words.when.awayFor(duration(endedAtMs - beganAtMs))}`}
    </>
  );
}

/** Only what tells how long ago it was has to know what time it is. */
function Ago({ ms }: { readonly ms: number }) {
  return ago(ms, useNow(10_000));
}
