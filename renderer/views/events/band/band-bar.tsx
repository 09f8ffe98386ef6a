import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { EventLabel } from '../../../../services/contract/event.ts';
import type { EventFilter } from '../../../../services/contract/timeline.ts';
import { count } from '../../../words/numbers.ts';
import { words } from '../../../words/words.ts';
import { Button } from '../../../parts/button.tsx';
import { daysLater } from './band-keys.ts';
import { kindFill } from './band-lane.tsx';
import type { BandSpan } from './band-span.ts';
import { DayField } from './day-field.tsx';
import { useLane } from './lane-data.ts';

interface BandBarProps {
  readonly filter: EventFilter;
  readonly span: BandSpan;
  readonly atMs: number;
  readonly nowMs: number;
  readonly oldestMs: number | null;
  readonly onChoose: (atMs: number) => void;
  readonly onZoom: (factor: number) => void;
}

/** Above the band: which day, what came while it shows, and how much time it shows. */
export function BandBar(props: BandBarProps) {
  const { filter, span, atMs, nowMs, oldestMs, onChoose, onZoom } = props;
  return (
    <div className="flex flex-wrap items-center gap-x-1 px-1.5 py-1">
      <IconButton
        label={words.timeline.earlierDay}
        onPress={() => {
          onChoose(daysLater(atMs, -1));
        }}
      >
        <ChevronLeft aria-hidden />
      </IconButton>
      <DayField atMs={atMs} oldestMs={oldestMs} nowMs={nowMs} onChoose={onChoose} />
      <IconButton
        label={words.timeline.laterDay}
        onPress={() => {
          onChoose(daysLater(atMs, 1));
        }}
      >
        <ChevronRight aria-hidden />
      </IconButton>
      <Button
        kind="quiet"
        onClick={() => {
          onChoose(nowMs);
        }}
      >
        {words.timeline.now}
      </Button>
      <span className="flex-1 md:hidden short:block" />
      <Came filter={filter} span={span} />
      <IconButton
        label={words.timeline.wider}
        onPress={() => {
          onZoom(2);
        }}
      >
        <ZoomOut aria-hidden className="size-5" />
      </IconButton>
      <IconButton
        label={words.timeline.closer}
        onPress={() => {
          onZoom(0.5);
        }}
      >
        <ZoomIn aria-hidden className="size-5" />
      </IconButton>
    </div>
  );
}

interface IconButtonProps {
  readonly label: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function IconButton({ label, onPress, children }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      className="grid size-12 place-items-center rounded-xl text-quiet hover:bg-sunken hover:text-ink"
    >
      {children}
    </button>
  );
}

/** What came in the hours that the band shows, kind by kind: the legend of its colours. */
function Came({ filter, span }: Pick<BandBarProps, 'filter' | 'span'>) {
  const { counts } = useLane(filter, span);
  const hourMs = 3_600_000;
  const inView = counts.filter(({ hourMs: atMs }) => atMs + hourMs > span.fromMs && atMs < span.toMs);
  const kinds = EventLabel.options.flatMap((label) => {
    const events = inView.filter((each) => each.label === label).reduce((sum, each) => sum + each.events, 0);
    return events === 0 ? [] : [{ label, events }];
  });
  return (
    <ul className="order-last flex min-w-0 basis-full flex-wrap gap-x-4 px-2 text-sm text-quiet md:order-none md:flex-1 md:basis-0 md:justify-end short:hidden">
      {kinds.map(({ label, events }) => (
        <li key={label} className="flex items-center gap-1.5 whitespace-nowrap">
          <svg aria-hidden viewBox="0 0 1 1" className="size-2.5 rounded-xs">
            <rect width={1} height={1} className={kindFill[label]} />
          </svg>
          {words.timeline.counted[label](count(events), events === 1)}
        </li>
      ))}
    </ul>
  );
}
