import { memo } from 'react';
import type { EventLabel } from '../../../../services/contract/event.ts';
import type { EventFilter } from '../../../../services/contract/timeline.ts';
import type { BandSpan } from './band-span.ts';
import { useLane } from './lane-data.ts';
import { hourMarks, laneHeight, type Marks, videoMarks, visitMarks } from './lane-marks.ts';

/** Kinds are told apart by brightness too, not by colour alone; the list beneath says them in words. */
export const kindFill: Readonly<Record<EventLabel, string>> = {
  person: 'fill-accent',
  vehicle: 'fill-edge',
  animal: 'fill-wanted',
  camera_offline: 'fill-bad',
  nothing: 'fill-line',
};

interface BandLaneProps {
  readonly filter: EventFilter;
  readonly span: BandSpan;
  readonly widthPx: number;
  readonly nowMs: number;
}

/** What one camera saw, and when there is video of it. */
export const BandLane = memo(function BandLane({ filter, span, widthPx, nowMs }: BandLaneProps) {
  const { counts, most, visits, spans } = useLane(filter, span);
  const drawing = { span, widthPx };
  const marks: Marks =
    visits === null ? hourMarks(counts, drawing, most) : visitMarks(visits, drawing, nowMs);
  return (
    <svg
      aria-hidden
      className="block size-full overflow-hidden"
      viewBox={`0 0 ${Math.max(1, widthPx)} ${laneHeight}`}
      preserveAspectRatio="none"
    >
      <path d={videoMarks(spans, 'continuous', drawing)} className="fill-edge/45" />
      <path d={videoMarks(spans, 'event', drawing)} className="fill-accent/70" />
      {Object.entries(marks).map(([label, path]) => (
        <path key={label} d={path} className={fillOf(label)} data-marks={label} />
      ))}
    </svg>
  );
});

function fillOf(label: string): string {
  return Object.entries(kindFill).find(([each]) => each === label)?.[1] ?? 'fill-edge';
}
