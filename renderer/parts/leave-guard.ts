import { useEffect, useRef, useState } from 'react';
import { holdRoute } from '../route.ts';

export interface LeaveGuard {
  /** Somebody wants to leave the screen, and should be asked. */
  readonly asks: boolean;
  readonly stay: () => void;
  readonly leave: () => void;
}

/** Holds a screen with something unsaved: a link, the way back and a reload are asked about first. */
export function useLeaveGuard(unsaved: boolean): LeaveGuard {
  const [target, setTarget] = useState<string | null>(null);
  const release = useRef<() => void>(() => undefined);
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    release.current = holdRoute((wanted) => {
      setTarget(wanted);
      return true;
    });
    return () => {
      removeEventListener('beforeunload', ask);
      release.current();
    };
  }, [unsaved]);
  return {
    asks: target !== null && unsaved,
    stay: () => {
      setTarget(null);
    },
    leave: () => {
      release.current();
      location.hash = target ?? '';
    },
  };
}
