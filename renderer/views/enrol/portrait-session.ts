import { useSubscription } from '@trpc/tanstack-react-query';
import { type RefObject, useState } from 'react';
import type { CameraId } from '../../../services/contract/identifiers.ts';
import type { PortraitPose, PortraitView } from '../../../services/contract/person.ts';
import { trpc } from '../../hub.ts';
import { portraitOf } from './portrait-picture.ts';

export interface PortraitSession {
  /** Null until the camera has told something. */
  readonly view: PortraitView | null;
  /** What the page saw when each face was taken; the hub has the faces themselves. */
  readonly pictures: ReadonlyMap<PortraitPose, HTMLCanvasElement>;
  readonly error: unknown;
}

/**
 * The guidance of a camera for as long as the component is there: its end makes the hub forget what was taken and not
 * enrolled. `stage` holds the live picture.
 */
export function usePortraitSession(
  cameraId: CameraId,
  stage: RefObject<HTMLElement | null>,
): PortraitSession {
  const [view, setView] = useState<PortraitView | null>(null);
  const [pictures, setPictures] = useState<ReadonlyMap<PortraitPose, HTMLCanvasElement>>(new Map());
  const session = useSubscription(
    trpc.people.portrait.subscriptionOptions(
      { cameraId },
      {
        onData: (next) => {
          setView(next);
          // Only a picture that moves shows who stands there now.
          const live = stage.current?.querySelector<HTMLCanvasElement>('[data-flow=flowing] canvas') ?? null;
          setPictures((before) => {
            const after = new Map([...before].filter(([pose]) => next.taken.includes(pose)));
            for (const pose of next.taken) {
              if (after.has(pose) || live === null || next.box === null) continue;
              after.set(pose, portraitOf(live, next.box));
            }
            return after;
          });
        },
      },
    ),
  );
  return { view, pictures, error: session.error };
}
