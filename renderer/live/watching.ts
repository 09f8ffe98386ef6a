import { useResting } from '../house/resting.ts';
import { useEffect, useState, type RefObject } from 'react';

/** How much somebody can see of an element: it is on the screen, out of view by scrolling, or the page is in the background or rests. */
export type Watching = 'seen' | 'out_of_view' | 'hidden';

/** Scrolling past and back within this time changes nothing. */
const leavesAfterMs = 2000;
/** A picture that is about to be scrolled into view is there already. */
const margin = '120px';

export function useWatching(element: RefObject<HTMLElement | null>): Watching {
  const [inView, setInView] = useState(true);
  const [hidden, setHidden] = useState(document.hidden);
  const resting = useResting();
  useEffect(() => {
    if (element.current === null) return;
    let leaving: ReturnType<typeof setTimeout> | undefined;
    let afterMs = 0;
    const observer = new IntersectionObserver(
      (entries) => {
        clearTimeout(leaving);
        if (entries.at(-1)?.isIntersecting === true) setInView(true);
        else
          leaving = setTimeout(() => {
            setInView(false);
          }, afterMs);
        afterMs = leavesAfterMs;
      },
      { rootMargin: margin },
    );
    observer.observe(element.current);
    return () => {
      clearTimeout(leaving);
      observer.disconnect();
    };
  }, [element]);
  useEffect(() => {
    const stopping = new AbortController();
    const follow = () => {
      setHidden(document.hidden);
    };
    document.addEventListener('visibilitychange', follow, { signal: stopping.signal });
    return () => {
      stopping.abort();
    };
  }, []);
  if (hidden || resting) return 'hidden';
  return inView ? 'seen' : 'out_of_view';
}
