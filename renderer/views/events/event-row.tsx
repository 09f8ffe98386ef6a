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
  const now = useNow(10_000);
  const askable = event.identity.kind === 'unknown' && event.hasFace;
  const when = time === 'ago' ? ago(event.beganAtMs, now) : clock(event.beganAtMs);
  return (
    <a
      href={hrefOf({ screen: 'event', eventId: event.id, query })}
      className={`flex min-h-18 items-center gap-3.5 rounded-xl p-2 hover:bg-sunken ${isLeaving ? 'opacity-40' : ''}`}
      data-event={event.id}
    >
      <span className="relative shrink-0">
        <EventThumbnail event={event} className="w-20" />
        <KnownFace event={event} />
        {event.kept === true && <KeptMark />}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-semibold" dir="auto">
          {who(event)}
        </span>
        {camera !== '' && (
          <span className="mt-0.5 block truncate text-sm text-quiet" dir="auto">
            {camera}
          </span>
        )}
        <span className="block truncate text-sm text-quiet">
          <When event={event} when={when} />
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

function When({ event, when }: { readonly event: Event; readonly when: string }) {
  const { beganAtMs, endedAtMs } = event;
  if (event.label === 'camera_offline')
    return endedAtMs === null ? (
      <span className="font-medium text-warn">{words.when.stillAway}</span>
    ) : (
      `${when}, ${words.when.awayFor(duration(endedAtMs - beganAtMs))}`
    );
  return endedAtMs === null ? <span className="font-medium text-good">{words.when.now}</span> : when;
}
