import { useSubscription } from '@trpc/tanstack-react-query';
import { useEffect, useRef, useState } from 'react';
import type { CameraId } from '../../services/contract/identifiers.ts';
import type { LiveTrack } from '../../services/contract/event.ts';
import { trpc } from '../hub.ts';

const staleAfterMs = 2000;
const nothing: readonly LiveTrack[] = [];

/** What is followed right now; nothing when the news stop, so that no box stands over an empty place. */
export function useLiveTracks(cameraId: CameraId): readonly LiveTrack[] {
  const [tracks, setTracks] = useState(nothing);
  const stale = useRef<ReturnType<typeof setTimeout>>(undefined);
  useSubscription(
    trpc.cameras.watchTracks.subscriptionOptions(
      { cameraId },
      {
        onData: (news) => {
          clearTimeout(stale.current);
          stale.current = setTimeout(() => {
            setTracks(nothing);
          }, staleAfterMs);
          setTracks(news.tracks);
        },
      },
    ),
  );
  useEffect(
    () => () => {
      clearTimeout(stale.current);
    },
    [],
  );
  return tracks;
}
