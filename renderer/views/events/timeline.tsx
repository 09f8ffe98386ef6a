import { useCallback, useEffect, useRef, useState } from 'react';
import type { DayCount, EventFilter } from '../../../services/contract/timeline.ts';
import { useHealth } from '../../house/health.ts';
import { replaceQuery } from '../../route.ts';
import { Band } from './band/band.tsx';
import { DayList, type ScrollWish } from './day-list.tsx';
import { timelineQuery } from './timeline-address.ts';

interface TimelineProps {
  readonly days: readonly DayCount[];
  readonly filter: EventFilter;
  /** The moment that the address names. */
  readonly atMs: number | null;
}

/** The address follows the list when it rests, for a reload and for the way back. */
const restMs = 500;

/** The band of time, and beneath it the list of visits: each follows the other. */
export function Timeline({ days, filter, atMs }: TimelineProps) {
  const cameras = useHealth()?.cameras ?? [];
  const [opened] = useState(() => atMs ?? Date.now());
  const [moment, setMoment] = useState(opened);
  const [wish, setWish] = useState<ScrollWish>({ atMs, number: atMs === null ? 0 : 1 });
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(rest.current);
    },
    [],
  );
  const onMoment = useCallback(
    (nowAtMs: number) => {
      setMoment(nowAtMs);
      clearTimeout(rest.current);
      rest.current = setTimeout(() => {
        replaceQuery(timelineQuery({ filter, atMs: nowAtMs }));
      }, restMs);
    },
    [filter],
  );
  return (
    <>
      <div className="shrink-0">
        <Band
          cameras={cameras}
          filter={filter}
          atMs={moment}
          oldestMs={days.at(-1)?.fromMs ?? null}
          onChoose={(chosenMs) => {
            setMoment(chosenMs);
            setWish({ atMs: chosenMs, number: wish.number + 1 });
          }}
        />
      </div>
      <DayList days={days} filter={filter} wish={wish} onMoment={onMoment} />
    </>
  );
}
