import { useSubscription } from '@trpc/tanstack-react-query';
import { useState } from 'react';
import type { FoundCamera } from '../../../services/contract/onvif.ts';
import { trpc } from '../../hub.ts';

export interface CameraSearch {
  readonly found: readonly FoundCamera[];
  readonly isOver: boolean;
  readonly error: unknown;
  readonly again: () => void;
}

/** Searches for as long as the component is there, beginning at once; what was found stays while it searches again. */
export function useCameraSearch(): CameraSearch {
  const [found, setFound] = useState<readonly FoundCamera[]>([]);
  const [isOver, setOver] = useState(false);
  const search = useSubscription(
    trpc.cameras.discover.subscriptionOptions(undefined, {
      onData: (news) => {
        if (news.kind === 'end') setOver(true);
        else setFound((before) => [...before.filter(({ urn }) => urn !== news.camera.urn), news.camera]);
      },
    }),
  );
  return {
    found,
    isOver: isOver || search.error !== null,
    error: search.error,
    again: () => {
      setOver(false);
      search.reset();
    },
  };
}
