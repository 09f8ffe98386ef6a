import { useQuery } from '@tanstack/react-query';
import type { Event } from '../../../services/contract/event.ts';
import { useNow } from '../../house/now.ts';
import { trpc } from '../../hub.ts';
import { Message } from '../../parts/message.tsx';
import { Section } from '../../parts/section.tsx';
import { hrefOf } from '../../route.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { moment } from '../../words/times.ts';
import { who } from '../../words/who.ts';
import { words } from '../../words/words.ts';
import { useCameraName } from '../events/camera-names.ts';
import { EventThumbnail } from '../events/event-thumbnail.tsx';

const shown = 24;

/** When this face came before, known or not. */
export function SeenBefore({ event }: { readonly event: Event }) {
  const now = useNow(60_000);
  const cameraName = useCameraName();
  const earlier = useQuery({
    ...trpc.people.seenBefore.queryOptions({ eventId: event.id }),
    staleTime: 0,
  });
  const vision = useQuery(trpc.settings.get.queryOptions()).data?.vision;
  const known = event.identity.kind === 'known';
  return (
    <Section title={words.event.seenBefore}>
      {earlier.isError && <Message kind="error">{sentenceOf(earlier.error)}</Message>}
      {earlier.isPending && <p className="text-quiet">{words.event.searching}</p>}
      {earlier.data?.length === 0 && (
        <p className="text-quiet">
          {known || vision === undefined
            ? words.event.neverSeen
            : words.event.neverSeenKept(words.unknown.days(vision.keepUnknownDays))}
        </p>
      )}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-3">
        {earlier.data?.slice(0, shown).map((visit) => (
          <li key={visit.id}>
            <a
              href={hrefOf({ screen: 'event', eventId: visit.id })}
              data-earlier={visit.id}
              className="block rounded-card border border-line bg-card p-1.5 hover:border-edge"
            >
              <EventThumbnail event={visit} className="w-full" />
              <span className="block truncate px-1 pt-1.5 text-sm font-medium tabular-nums">
                {moment(visit.beganAtMs, now)}
              </span>
              <span className="block truncate px-1 pb-0.5 text-sm text-quiet" dir="auto">
                {!known && visit.identity.kind === 'known' ? who(visit) : cameraName(visit.cameraId)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
