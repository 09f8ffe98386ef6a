import { useSubscription } from '@trpc/tanstack-react-query';
import { useEffect, useRef, useState } from 'react';
import type { CameraId } from '../../../services/contract/identifiers.ts';
import type { ShownMotion } from '../../../services/contract/motion-view.ts';
import { trpc } from '../../hub.ts';

/** The score at a moment, and how many things moved. */
export interface MotionMoment {
  readonly atMs: number;
  readonly score: number;
  readonly boxes: number;
}

export interface MotionNews {
  /** Null before the first one, and when the camera has told nothing for a while. */
  readonly view: ShownMotion | null;
  /** Of the last minute, oldest first. */
  readonly moments: readonly MotionMoment[];
}

export const momentsMs = 60_000;
const staleAfterMs = 4000;
const nothing: MotionNews = { view: null, moments: [] };

/** A look into the camera's motion detector, as long as it is enabled. */
export function useMotionNews(cameraId: CameraId, enabled: boolean): MotionNews {
  const [news, setNews] = useState(nothing);
  const stale = useRef<ReturnType<typeof setTimeout>>(undefined);
  useSubscription(
    trpc.cameras.watchMotion.subscriptionOptions(
      { cameraId },
      {
        enabled,
        onData: (view) => {
          clearTimeout(stale.current);
          stale.current = setTimeout(() => {
            setNews(({ moments }) => ({ view: null, moments }));
          }, staleAfterMs);
          const moment = { atMs: view.atMs, score: view.score, boxes: view.boxes.length };
          setNews(({ moments }) => ({
            view,
            moments: [...moments.filter(({ atMs }) => view.atMs - atMs < momentsMs), moment],
          }));
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
  return news;
}
