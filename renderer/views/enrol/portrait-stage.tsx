import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  CircleCheck,
  LoaderCircle,
  type LucideIcon,
} from 'lucide-react';
import type { RefObject } from 'react';
import type { CameraView } from '../../../services/contract/camera.ts';
import type { PortraitView } from '../../../services/contract/person.ts';
import { LiveCamera } from '../../live/live-camera.tsx';
import { words } from '../../words/words.ts';
import { PortraitRing } from './portrait-ring.tsx';

type Advice = PortraitView['advice'];

/** As in a mirror: to the left is to the left of whoever looks at it. */
const arrows: Readonly<Partial<Record<Advice, LucideIcon>>> = {
  turn_left: ArrowLeft,
  turn_right: ArrowRight,
  look_up: ArrowUp,
  look_down: ArrowDown,
  done: CircleCheck,
};

interface PortraitStageProps {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly camera: CameraView;
  readonly view: PortraitView | null;
  /** Enough was taken: nothing is asked of anybody any more. */
  readonly calm: boolean;
}

/** The mirror, the ring around the face, and one sentence that can be read from a few steps away. */
export function PortraitStage({ ref, camera, view, calm }: PortraitStageProps) {
  const text = words.enrolment.camera;
  const { state } = camera;
  const ratio = state.kind === 'live' && state.height > 0 ? state.width / state.height : 16 / 9;
  const advice = calm ? 'done' : view?.advice;
  const Arrow = advice === undefined ? LoaderCircle : arrows[advice];
  return (
    <div
      ref={ref}
      data-stage={advice ?? 'connecting'}
      aria-label={text.picture(camera.name)}
      role="group"
      className="@container relative mx-auto w-full overflow-hidden rounded-card bg-[#14120f]"
      style={{ aspectRatio: ratio, maxWidth: `calc((100dvh - 9rem) * ${ratio})` }}
    >
      <LiveCamera camera={camera} large mirror />
      {state.kind === 'live' && !calm && view !== null && <PortraitRing view={view} />}
      {state.kind === 'live' && (
        <p
          aria-live="polite"
          className={`absolute inset-x-0 bottom-0 flex min-h-[15cqw] items-center justify-center gap-[2cqw] px-[4cqw] py-[2cqw] text-center text-[clamp(1.375rem,4cqw,3.25rem)] leading-tight font-semibold text-balance ${advice === 'done' ? 'bg-[#0d3b35]/85 text-[#b8f0e6]' : 'bg-black/70 text-white'}`}
        >
          {Arrow !== undefined && (
            <Arrow
              aria-hidden
              className={`size-[1.3em] shrink-0 ${advice === undefined ? 'motion-safe:animate-turn' : ''}`}
              strokeWidth={2.5}
            />
          )}
          {advice === undefined ? text.connecting : text.advice[advice]}
        </p>
      )}
    </div>
  );
}
