import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useState } from 'react';
import type { SearchPage, SearchResult } from '../../../services/contract/search.ts';
import { useNow } from '../../house/now.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Message } from '../../parts/message.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { day } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { useCameraName } from './camera-names.ts';
import { EventRow } from './event-row.tsx';
import { FoundExchange } from './found-exchange.tsx';
import { timelineQuery } from './timeline-address.ts';
import { Understood } from './understood.tsx';

const limit = 48;

/** What was seen and said that fits, newest first, and how the search was understood. */
export function SearchResults({ text }: { readonly text: string }) {
  const first = useQuery({
    ...trpc.events.search.queryOptions({ text, limit }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 20_000,
  });
  const page = first.data;
  return (
    <div data-search className="-mr-3.5 min-h-0 flex-1 overflow-y-auto pr-1 [scrollbar-gutter:stable]">
      {first.isError && <Message kind="error">{sentenceOf(first.error)}</Message>}
      {first.isPending && <p className="py-4 text-quiet">{words.timeline.looking}</p>}
      {page !== undefined && <Understood page={page} />}
      {page?.results.length === 0 && (
        <EmptyState icon={SearchX} title={words.timeline.notFound} detail={words.timeline.notFoundDetail} />
      )}
      {page !== undefined && <Results page={page} text={text} />}
    </div>
  );
}

function Results({ page, text }: { readonly page: SearchPage; readonly text: string }) {
  const now = useNow(60_000);
  const cameraName = useCameraName();
  const query = timelineQuery({ text });
  const days = Map.groupBy(page.results, (result) => day(timeOf(result), now));
  return (
    <>
      {[...days].map(([name, results]) => (
        <section key={name} className="mb-4">
          <h2 className="sticky top-0 z-10 bg-ground py-2.5 text-sm font-semibold tracking-wide text-quiet">
            {name}
          </h2>
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(18rem,1fr))] gap-2">
            {results.map((result) =>
              result.kind === 'event' ? (
                <li key={result.event.id} className="rounded-card border border-line bg-card p-1">
                  <EventRow
                    event={result.event}
                    camera={cameraName(result.event.cameraId)}
                    time="clock"
                    query={query}
                  />
                </li>
              ) : (
                <li key={result.entry.id} className="rounded-card border border-line bg-card p-1">
                  <FoundExchange entry={result.entry} />
                </li>
              ),
            )}
          </ul>
        </section>
      ))}
      {page.next !== null && <More key={page.next} text={text} before={page.next} />}
    </>
  );
}

/** A button that turns into the next page. */
function More({ text, before }: { readonly text: string; readonly before: number }) {
  const [wanted, setWanted] = useState(false);
  const next = useQuery({
    ...trpc.events.search.queryOptions({ text, limit, before }),
    enabled: wanted,
    gcTime: 20_000,
  });
  if (next.data !== undefined) return <Results page={next.data} text={text} />;
  return (
    <div className="flex flex-col items-center gap-3 py-4">
      {next.isError && <Message kind="error">{sentenceOf(next.error)}</Message>}
      <Button
        disabled={next.isFetching}
        onClick={() => {
          if (wanted) void next.refetch();
          else setWanted(true);
        }}
      >
        {next.isFetching ? words.common.loading : words.timeline.more}
      </Button>
    </div>
  );
}

function timeOf(result: SearchResult): number {
  return result.kind === 'event' ? result.event.beganAtMs : result.entry.atMs;
}
