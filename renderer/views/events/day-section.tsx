import { useQueries } from '@tanstack/react-query';
import { memo, useEffect, useState } from 'react';
import type { EventFilter } from '../../../services/contract/timeline.ts';
import { useNow } from '../../house/now.ts';
import { Message } from '../../parts/message.tsx';
import { count } from '../../words/numbers.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { day } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { useCameraName } from './camera-names.ts';
import type { DayPlace, ListMeasure } from './day-lines.ts';
import { EventRow } from './event-row.tsx';
import { pageOf, pageSize } from './visit-page.ts';
import { useRemoving } from './removing.ts';
import { timelineQuery } from './timeline-address.ts';

interface DaySectionProps {
  readonly place: DayPlace;
  readonly measure: ListMeasure;
  readonly filter: EventFilter;
  /** From which to before which of its visits are drawn. */
  readonly first: number;
  readonly end: number;
}

/** A day that only flies past is not asked for. */
const flyingMs = 90;

/** One day of the list: its name, which stays in view, and the visits that are on the screen. */
export const DaySection = memo(function DaySection(props: DaySectionProps) {
  const { place, measure, filter, first, end } = props;
  const now = useNow(60_000);
  const cameraName = useCameraName();
  const rests = useRests();
  const pages = pagesOf(first, end);
  const answers = useQueries({
    queries: pages.map((page) => ({ ...pageOf(place.day, page, filter), enabled: rests })),
  });
  const removing = useRemoving();
  const failed = answers.find(({ error }) => error !== null)?.error;
  const query = timelineQuery({ filter });
  const numbers = Array.from({ length: end - first }, (_, index) => first + index);
  return (
    <section
      data-day={place.day.fromMs}
      className="absolute inset-x-0"
      style={{ top: place.topPx, height: place.heightPx }}
    >
      <h2
        className="sticky top-0 z-10 flex items-center gap-3 bg-ground text-sm font-semibold tracking-wide text-quiet"
        style={{ height: measure.headingPx }}
      >
        {day(place.day.fromMs, now)}
        <span className="font-normal tabular-nums">{words.timeline.visits(count(place.day.events))}</span>
      </h2>
      {failed !== undefined && failed !== null && <Message kind="error">{sentenceOf(failed)}</Message>}
      <ul
        className="absolute inset-x-0 grid gap-x-2"
        style={{
          top: measure.headingPx + (first / measure.columns) * measure.linePx,
          gridTemplateColumns: `repeat(${measure.columns}, minmax(0, 1fr))`,
          gridAutoRows: measure.linePx,
        }}
      >
        {numbers.map((number) => {
          const event = answers[Math.floor(number / pageSize) - (pages[0] ?? 0)]?.data?.[number % pageSize];
          return (
            <li key={event?.id ?? number} className="pb-2">
              <div className="h-full overflow-hidden rounded-card border border-line bg-card p-1 contain-content">
                {event === undefined ? (
                  <Waiting />
                ) : (
                  <EventRow
                    event={event}
                    camera={cameraName(event.cameraId)}
                    time="clock"
                    query={query}
                    isLeaving={removing.has(event.id)}
                  />
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
});

/** In the place of a visit that is on its way. */
function Waiting() {
  return (
    <div aria-hidden className="flex min-h-18 items-center gap-3.5 p-2">
      <span className="aspect-4/3 w-20 shrink-0 rounded-lg bg-sunken" />
      <span className="flex flex-1 flex-col gap-2">
        <span className="h-4 w-1/2 rounded bg-sunken" />
        <span className="h-3 w-2/3 rounded bg-sunken" />
      </span>
    </div>
  );
}

function pagesOf(first: number, end: number): readonly number[] {
  const from = Math.floor(first / pageSize);
  return Array.from(
    { length: end <= first ? 0 : Math.floor((end - 1) / pageSize) - from + 1 },
    (_, n) => from + n,
  );
}

function useRests(): boolean {
  const [rests, setRests] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setRests(true);
    }, flyingMs);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return rests;
}
