import { useQuery } from '@tanstack/react-query';
import { History, SlidersHorizontal } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { EventFilter } from '../../../services/contract/timeline.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { ButtonLink } from '../../parts/button-link.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Message } from '../../parts/message.tsx';
import { goTo, replaceQuery, useHash } from '../../route.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { FilterRow } from './filter-row.tsx';
import { SearchField } from './search-field.tsx';
import { SearchResults } from './search-results.tsx';
import { Timeline } from './timeline.tsx';
import { filtersUsed, timelineAddressOf, timelineQuery } from './timeline-address.ts';
import { useTimelineNews } from './timeline-news.ts';

/** Who types has come to an end for so long before the hub is asked. */
const typingMs = 220;

/** All that was seen, by time: filtered, searched, or looked through. */
export function EventsScreen() {
  const address = timelineAddressOf(useHash());
  // The same filter stays the same object while only the place in the list changes.
  const narrowed = timelineQuery({ filter: address.filter });
  const filter = useMemo(() => timelineAddressOf(narrowed).filter, [narrowed]);
  const used = filtersUsed(filter);
  const [text, setText] = useState(address.text);
  const [isOpen, setOpen] = useState(used > 0);
  const searched = useTyped(text.trim());
  useTimelineNews();
  useEffect(() => {
    if (searched !== timelineAddressOf(location.hash).text)
      replaceQuery(timelineQuery({ ...timelineAddressOf(location.hash), text: searched }));
  }, [searched]);
  const choose = (wish: EventFilter): void => {
    goTo({ screen: 'events', query: timelineQuery({ ...address, filter: wish, text: searched }) });
  };
  return (
    <div className="mx-auto flex h-full w-full max-w-[130rem] flex-col gap-3 px-4 pt-5 md:px-8 md:pt-7 short:gap-2 short:pt-3">
      <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-2xl font-semibold short:sr-only">{words.events.title}</h1>
        <span className="hidden flex-1 lg:block short:hidden" />
        <div className="flex min-w-0 flex-1 basis-72 gap-2 lg:max-w-xl short:max-w-none">
          <SearchField text={text} onType={setText} />
          <Button
            kind={used > 0 ? 'soft' : 'plain'}
            aria-expanded={isOpen}
            disabled={searched !== ''}
            onClick={() => {
              setOpen(!isOpen);
            }}
          >
            <SlidersHorizontal aria-hidden className="size-5" />
            {used > 0 ? words.timeline.filters(used) : words.timeline.filter}
          </Button>
        </div>
      </header>
      {searched === '' ? (
        <>
          {isOpen && <FilterRow filter={filter} onFilter={choose} />}
          <Days
            filter={filter}
            atMs={address.atMs}
            onAll={() => {
              choose({});
            }}
          />
        </>
      ) : (
        <SearchResults text={searched} />
      )}
    </div>
  );
}

interface DaysProps {
  readonly filter: EventFilter;
  readonly atMs: number | null;
  readonly onAll: () => void;
}

function Days({ filter, atMs, onAll }: DaysProps) {
  const days = useQuery({ ...trpc.events.days.queryOptions(filter), gcTime: 60_000 });
  const isFiltered = filtersUsed(filter) > 0;
  if (days.isError && days.data === undefined)
    return (
      <Message
        kind="error"
        action={<Button onClick={() => void days.refetch()}>{words.common.tryAgain}</Button>}
      >
        {sentenceOf(days.error)}
      </Message>
    );
  if (days.data === undefined) return <Loading />;
  if (days.data.length === 0)
    return isFiltered ? (
      <EmptyState icon={History} title={words.timeline.nothingFits} detail={words.timeline.nothingFitsDetail}>
        <Button onClick={onAll}>{words.timeline.allFilters}</Button>
      </EmptyState>
    ) : (
      <EmptyState icon={History} title={words.events.empty} detail={words.events.emptyDetail}>
        <ButtonLink to={{ screen: 'cameras' }}>{words.screens.cameras}</ButtonLink>
      </EmptyState>
    );
  return <Timeline key={timelineQuery({ filter })} days={days.data} filter={filter} atMs={atMs} />;
}

/** The shape of what comes. */
function Loading() {
  return (
    <div role="status" className="flex flex-col gap-4">
      <span className="sr-only">{words.timeline.loadingDays}</span>
      <div className="h-44 rounded-card bg-sunken" />
      <div className="grid grid-cols-1 gap-2 md:grid-cols-2 lg:grid-cols-3">
        {Array.from({ length: 6 }, (_, index) => (
          <div key={index} className="h-23 rounded-card bg-sunken" />
        ))}
      </div>
    </div>
  );
}

/** What was typed, once the typing rests. */
function useTyped(text: string): string {
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    const timer = setTimeout(
      () => {
        setTyped(text);
      },
      text === '' ? 0 : typingMs,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return typed;
}
