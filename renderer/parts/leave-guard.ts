import { useEffect, useRef, useState } from 'react';
import { holdRoute } from '../route.ts';

export interface LeaveGuard {
  /** Somebody wants to leave the screen, and should be asked. */
  readonly asks: boolean;
  readonly stay: () => void;
  readonly leave: () => void;
}

/**
 * Holds a screen with something unsaved: a link and the way back are asked about first. The end of the window is not held,
 * since Electron would then refuse to end without a word. `isInside` tells which hashes belong to the screen.
 */
export function useLeaveGuard(unsaved: boolean, isInside: (target: string) => boolean = nothing): LeaveGuard {
  const [target, setTarget] = useState<string | null>(null);
  const release = useRef<() => void>(() => undefined);
  useEffect(() => {
    if (!unsaved) return;
    release.current = holdRoute((wanted) => {
      if (isInside(wanted)) return false;
      setTarget(wanted);
      return true;
    });
    return () => {
      release.current();
    };
  }, [unsaved, isInside]);
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

function nothing(): boolean {
  return false;
}
