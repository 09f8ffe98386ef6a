import { useMemo, useState, type RefObject } from 'react';
import type { CameraView } from '../../services/contract/camera.ts';
import type { StreamName } from '../../services/contract/video.ts';
import type { Size } from '../parts/element-size.ts';
import type { LiveWant } from './live-picture.ts';
import { streamFor } from './live-plan.ts';
import { useWatching } from './watching.ts';

interface Place {
  readonly frame: RefObject<HTMLElement | null>;
  readonly size: Size;
  readonly large: boolean;
}

/**
 * What to show of a camera: its video while somebody can see it, a still once a second while it is scrolled out of view (so
 * that it is there when it is scrolled back), and nothing while the page is in the background or the camera is off.
 */
export function useLiveWant(camera: CameraView, { frame, size, large }: Place): LiveWant {
  const watching = useWatching(frame);
  const [stream, setStream] = useState<StreamName | null>(null);
  const heightPx = large ? Infinity : size.height * devicePixelRatio;
  const { hasSub, liveStream } = camera;
  const next = heightPx === 0 ? stream : streamFor({ hasSub, liveStream }, { heightPx, before: stream });
  if (next !== stream) setStream(next);
  const kind =
    camera.state.kind === 'off' || watching === 'hidden'
      ? 'nothing'
      : watching === 'out_of_view'
        ? 'stills'
        : 'video';
  return useMemo(() => {
    if (kind !== 'video') return { kind };
    return next === null ? { kind: 'nothing' } : { kind, stream: next, hasSub };
  }, [kind, next, hasSub]);
}
