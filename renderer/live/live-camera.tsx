import { LoaderCircle, VideoOff } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CameraView } from '../../services/contract/camera.ts';
import { useNow } from '../house/now.ts';
import { useElementSize } from '../parts/element-size.ts';
import { words } from '../words/words.ts';
import { cameraSentence } from './camera-sentence.ts';
import type { Flow, PictureSize } from './flow.ts';
import { LivePicture } from './live-picture.ts';
import type { LivePlan } from './live-plan.ts';
import { useLiveTracks } from './live-tracks.ts';
import { useLiveWant } from './live-want.ts';
import { PlanLabel } from './plan-label.tsx';
import { TrackOverlay } from './track-overlay.tsx';

interface LiveCameraProps {
  readonly camera: CameraView;
  /** Shown for itself: the main stream, whatever its size on the screen. */
  readonly large?: boolean;
  /** As a mirror, for somebody who stands before it: nothing is written over the picture. */
  readonly mirror?: boolean;
  /** Its pictures have this size now. */
  readonly onSize?: (size: PictureSize) => void;
}

/** The live picture of one camera with the boxes over it; or, without a picture, why there is none. */
export function LiveCamera({ camera, large = false, mirror = false, onSize }: LiveCameraProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const picture = useRef<LivePicture>(null);
  const [flow, setFlow] = useState<Flow>({ kind: 'waiting' });
  const [plan, setPlan] = useState<LivePlan | null>(null);
  const size = useElementSize(frame);
  const tracks = useLiveTracks(camera.id);
  const tellSize = useEffectEvent((next: Flow) => {
    if (next.kind === 'flowing') onSize?.(next.size);
  });
  const want = useLiveWant(camera, { frame, size, large });
  useEffect(() => {
    if (canvas.current === null) return;
    const shown = new LivePicture({
      cameraId: camera.id,
      canvas: canvas.current,
      onFlow: (next) => {
        setFlow(next);
        tellSize(next);
      },
      onPlan: setPlan,
    });
    picture.current = shown;
    return () => {
      picture.current = null;
      shown.stop();
    };
  }, [camera.id]);
  useEffect(() => {
    picture.current?.cover(camera.privacy);
  }, [camera.id, camera.privacy]);
  useEffect(() => {
    picture.current?.show(want);
  }, [camera.id, want]);
  const live = camera.state.kind === 'live';
  return (
    <div
      ref={frame}
      className="absolute inset-0 bg-[#14120f]"
      data-flow={flow.kind}
      data-plan={plan === null ? 'none' : `${plan.stream} ${plan.as}`}
    >
      <canvas
        ref={canvas}
        role="img"
        aria-label={words.camera.picture(camera.name)}
        className={`size-full object-contain ${live ? '' : 'opacity-25 grayscale'} ${mirror ? '-scale-x-100' : ''}`}
      />
      {live && !mirror && flow.kind === 'flowing' && (
        <TrackOverlay tracks={tracks} picture={flow.size} element={size} />
      )}
      {live && !mirror && flow.kind === 'flowing' && plan !== null && <PlanLabel plan={plan} />}
      {live && flow.kind !== 'flowing' && (
        <p className="absolute inset-x-0 top-1/2 mx-auto w-fit -translate-y-1/2 rounded-lg bg-black/65 px-3 py-1.5 text-[#f2eee6]">
          {flow.kind === 'waiting' ? words.camera.waiting : words.camera.paused}
        </p>
      )}
      {!live && <WithoutPicture camera={camera} />}
    </div>
  );
}

function WithoutPicture({ camera }: { readonly camera: CameraView }) {
  const { title, why, advice, next } = cameraSentence(camera.state, useNow());
  const connecting = camera.state.kind === 'connecting';
  const Icon = connecting ? LoaderCircle : VideoOff;
  return (
    <div className="absolute inset-0 flex flex-col items-center justify-center gap-1 px-4 pb-9 text-center @max-[17rem]:text-sm text-[#f2eee6]">
      <Icon
        aria-hidden
        strokeWidth={1.5}
        className={`mb-1 size-7 @max-[20rem]:hidden ${connecting ? 'motion-safe:animate-turn' : ''} ${camera.state.kind === 'lost' ? 'text-[#f0a79c]' : 'text-[#c9c2b5]'}`}
      />
      <p className="font-semibold">{title}</p>
      {why !== '' && (
        <p className="line-clamp-3 max-w-sm text-sm wrap-anywhere @max-[17rem]:hidden">
          {why} {advice}
        </p>
      )}
      {next !== '' && <p className="text-sm text-[#c9c2b5] tabular-nums @max-[20rem]:hidden">{next}</p>}
    </div>
  );
}
