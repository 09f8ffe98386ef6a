import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DayCount, EventFilter } from '../../../services/contract/timeline.ts';
import { useElementSize } from '../../parts/element-size.ts';
import { words } from '../../words/words.ts';
import { heightOfAll, type ListMeasure, placesBetween, placesOf, visitsBetween } from './day-lines.ts';
import { DaySection } from './day-section.tsx';
import { useScrollTime } from './scroll-time.ts';

interface DayListProps {
  readonly days: readonly DayCount[];
  readonly filter: EventFilter;
  /** Where the list is to be; changes of `wish` bring it there. */
  readonly wish: ScrollWish;
  /** The moment that it begins with, when somebody scrolled it. */
  readonly onMoment: (atMs: number) => void;
}

export interface ScrollWish {
  readonly atMs: number | null;
  /** Another number is another wish, also for the same moment. */
  readonly number: number;
}

const narrowestPx = 300;
/** So much above and below the screen is drawn too. */
const spareLines = 3;
/** In the size of the page's text, as all that is in a line. */
const lineRem = 6.25;
const headingRem = 2.75;

/** All visits by day, newest first. Only those on the screen are there; the others are heights. */
export function DayList({ days, filter, wish, onMoment }: DayListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { width, height } = useElementSize(scroller);
  const [topPx, setTopPx] = useState(0);
  const isMeasured = width > 0;
  const measure = useMeasure(width);
  const places = useMemo(() => placesOf(days, measure), [days, measure]);
  const span = {
    fromPx: topPx - spareLines * measure.linePx,
    untilPx: topPx + height + (spareLines + 2) * measure.linePx,
  };
  const { scrolled, heightOf } = useScrollTime({ places, measure, filter }, onMoment);
  const onScroll = useCallback(
    (px: number) => {
      // Drawn anew by two lines, not by the pixel.
      const stepPx = 2 * measure.linePx;
      setTopPx(Math.floor(px / stepPx) * stepPx);
      scrolled(px);
    },
    [measure, scrolled],
  );
  useEffect(() => {
    // Before it is measured, nobody knows how many visits stand side by side.
    if (wish.number === 0 || !isMeasured) return;
    let isWanted = true;
    void heightOf(wish.atMs).then((px) => {
      if (isWanted && scroller.current !== null) scroller.current.scrollTop = px;
    });
    return () => {
      isWanted = false;
    };
  }, [wish, isMeasured, heightOf]);
  useEffect(() => {
    const element = scroller.current;
    const scroll = (): void => {
      if (element !== null) onScroll(element.scrollTop);
    };
    element?.addEventListener('scroll', scroll, { passive: true });
    return () => element?.removeEventListener('scroll', scroll);
  }, [onScroll]);
  return (
    <div
      ref={scroller}
      role="region"
      aria-label={words.timeline.list}
      tabIndex={0}
      data-days
      className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain -mr-3.5 pr-1 [scrollbar-gutter:stable] focus-visible:outline-offset-0"
    >
      <div className="relative" style={{ height: heightOfAll(places) }}>
        {isMeasured &&
          placesBetween(places, span.fromPx, span.untilPx).map((place) => (
            <DaySection
              key={place.day.fromMs}
              place={place}
              measure={measure}
              filter={filter}
              {...visitsBetween(place, measure, span)}
            />
          ))}
      </div>
    </div>
  );
}

/** The same object as long as nothing changes. */
function useMeasure(widthPx: number): ListMeasure {
  const columns = Math.max(1, Math.floor(widthPx / narrowestPx));
  return useMemo(() => {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    return { columns, linePx: lineRem * rem, headingPx: headingRem * rem };
  }, [columns]);
}
