import { CalendarClock } from 'lucide-react';
import type { SearchPage } from '../../../services/contract/search.ts';
import { useNow } from '../../house/now.ts';
import { count } from '../../words/numbers.ts';
import { clock, day } from '../../words/times.ts';
import { words } from '../../words/words.ts';

/** How a search was understood: its words, and when; and how much was found. */
export function Understood({ page }: { readonly page: SearchPage }) {
  const now = useNow(60_000);
  const chip = 'rounded-full bg-sunken px-3 py-1 text-sm font-medium';
  return (
    <div role="status" className="flex flex-wrap items-center gap-2 py-1 text-sm text-quiet">
      <span className="sr-only">{words.timeline.understood}</span>
      {page.words.map((word) => (
        <span key={word} className={`${chip} max-w-60 truncate text-ink`} dir="auto">
          {word}
        </span>
      ))}
      <span className={`${chip} flex max-w-full items-center gap-1.5 text-ink`}>
        <CalendarClock aria-hidden className="size-4 shrink-0 text-quiet" />
        <span className="truncate">
          {page.spans.length === 0
            ? words.timeline.anytime
            : page.spans
                .slice(0, 3)
                .map((span) => spanText(span, now))
                .join(', ')}
        </span>
      </span>
      <span className="tabular-nums">
        {words.timeline.found(count(page.results.length), page.next !== null)}
      </span>
    </div>
  );
}

type Span = SearchPage['spans'][number];

/** "Yesterday 18:00–23:59"; a span that is open on one side says so. */
function spanText({ fromMs, toMs }: Span, nowMs: number): string {
  const moment = (ms: number): string => `${day(ms, nowMs)} ${clock(ms)}`;
  if (fromMs === null) return toMs === null ? words.timeline.anytime : words.timeline.until(moment(toMs));
  if (toMs === null) return words.timeline.from(moment(fromMs));
  // A span ends where the next one begins.
  const lastMs = toMs - 1;
  if (day(fromMs, nowMs) !== day(lastMs, nowMs)) return `${day(fromMs, nowMs)}–${day(lastMs, nowMs)}`;
  const isWholeDay = new Date(fromMs).setHours(0, 0, 0, 0) === fromMs && toMs - fromMs >= 23 * 3_600_000;
  return isWholeDay ? day(fromMs, nowMs) : `${day(fromMs, nowMs)} ${clock(fromMs)}–${clock(toMs)}`;
}
