import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, type LucideIcon } from 'lucide-react';
import type { EventId } from '../../../services/contract/identifiers.ts';
import type { EventFilter } from '../../../services/contract/timeline.ts';
import { trpc } from '../../hub.ts';
import { hrefOf } from '../../route.ts';
import { words } from '../../words/words.ts';
import { timelineQuery } from '../events/timeline-address.ts';

interface BesideLinksProps {
  readonly eventId: EventId;
  /** Only among these, as the timeline shows them. */
  readonly filter: EventFilter;
}

/** To the visits before and after this one. */
export function BesideLinks({ eventId, filter }: BesideLinksProps) {
  const beside = useQuery({
    ...trpc.events.beside.queryOptions({ ...filter, eventId }),
    staleTime: 0,
    gcTime: 20_000,
  });
  const link = (to: EventId | null | undefined, label: string, Icon: LucideIcon) =>
    to === null || to === undefined ? (
      <span aria-hidden className="grid size-12 place-items-center text-line">
        <Icon />
      </span>
    ) : (
      <a
        href={hrefOf({ screen: 'event', eventId: to, query: timelineQuery({ filter }) })}
        aria-label={label}
        title={label}
        className="grid size-12 place-items-center rounded-xl text-quiet hover:bg-sunken hover:text-ink"
      >
        <Icon aria-hidden />
      </a>
    );
  return (
    <nav aria-label={words.event.beside} className="flex">
      {link(beside.data?.earlier, words.event.earlier, ChevronLeft)}
      {link(beside.data?.later, words.event.later, ChevronRight)}
    </nav>
  );
}
