import { useQuery } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useEffect } from 'react';
import { isResting, setResting } from '../../house/resting.ts';
import { trpc } from '../../hub.ts';
import { goTo, isRouteHeld, type Route, routeOf } from '../../route.ts';
import { Idleness } from './idleness.ts';

const minuteMs = 60_000;

/**
 * Lets the screen rest when nobody has touched it for as long as the owner said, and wakes it when somebody does, or when
 * somebody known comes before the camera that was chosen for it. Home is there when it wakes, unless something was begun where it
 * was left.
 */
export function useRest(): void {
  const kiosk = useQuery(trpc.settings.get.queryOptions()).data?.kiosk;
  const afterMinutes = kiosk?.restAfterMinutes ?? 0;
  useEffect(() => {
    if (afterMinutes === 0) return;
    const idleness: Idleness = new Idleness({
      afterMs: afterMinutes * minuteMs,
      onIdle: () => {
        if (isWatched()) idleness.stay();
        else rest();
      },
      onStir: wake,
    });
    return () => {
      idleness.stop();
      wake();
    };
  }, [afterMinutes]);
  useSubscription(
    trpc.house.watchArrivals.subscriptionOptions(undefined, {
      enabled: typeof kiosk?.wakeCamera === 'string',
      onData: wake,
    }),
  );
}

/** A recording that plays is looked at without a touch. */
function isWatched(): boolean {
  return [...document.querySelectorAll('video')].some((video) => !video.paused && !video.ended);
}

function rest(): void {
  if (isOnlyLookedAt()) goTo({ screen: 'home' });
  setResting(true);
}

const lookedAt: readonly Route['screen'][] = ['camera', 'event', 'events', 'health', 'people', 'person'];

/** Whether nothing can have been begun on this screen that would be lost. */
function isOnlyLookedAt(): boolean {
  const hasDialog = document.querySelector('[role=dialog], [role=alertdialog]') !== null;
  return lookedAt.includes(routeOf(location.hash).screen) && !hasDialog && !isRouteHeld();
}

/** Whether it rested. */
function wake(): boolean {
  const rested = isResting();
  setResting(false);
  return rested;
}
