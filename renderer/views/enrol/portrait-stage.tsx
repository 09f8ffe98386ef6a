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

/** The least height of the sentence beneath, in widths of the picture. */
const bandShare = 0.13;

interface PortraitStageProps {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly camera: CameraView;
  readonly view: PortraitView | null;
  /** `over`: enough was taken, nothing is asked of anybody any more. */
  readonly phase: 'guiding' | 'over' | 'stopped';
}

/** The mirror, the ring around the face, and one sentence that can be read from a few steps away. */
export function PortraitStage({ ref, camera, view, phase }: PortraitStageProps) {
  const text = words.enrolment.camera;
  const { state } = camera;
  const ratio = state.kind === 'live' && state.height > 0 ? state.width / state.height : 16 / 9;
  const advice = phase === 'over' ? 'done' : view?.advice;
  const waiting = advice === undefined && phase === 'guiding';
  const Arrow = waiting ? LoaderCircle : advice && arrows[advice];
  return (
    <div
      ref={ref}
      data-stage={advice ?? 'connecting'}
      aria-label={text.picture(camera.name)}
      role="group"
      className="@container mx-auto w-full overflow-hidden rounded-card border border-line bg-[#14120f]"
      style={{ maxWidth: `calc((100dvh - 11rem) / ${1 / ratio + bandShare})` }}
    >
      <div className="relative" style={{ aspectRatio: ratio }}>
        <LiveCamera camera={camera} large mirror />
        {state.kind === 'live' && phase === 'guiding' && view !== null && <PortraitRing view={view} />}
      </div>
      <p
        aria-live="polite"
        className={`flex min-h-[13cqw] items-center justify-center gap-[2cqw] px-[4cqw] py-[2cqw] text-center text-[clamp(1.25rem,4cqw,3.25rem)] leading-tight font-semibold text-balance ${advice === 'done' ? 'bg-[#0d3b35] text-[#b8f0e6]' : 'bg-[#211d18] text-white'}`}
      >
        {Arrow !== undefined && phase !== 'stopped' && (
          <Arrow
            aria-hidden
            className={`size-[1.3em] shrink-0 ${waiting ? 'motion-safe:animate-turn' : ''}`}
            strokeWidth={2.5}
          />
        )}
        {phase === 'stopped' ? text.stopped : advice === undefined ? text.connecting : text.advice[advice]}
      </p>
    </div>
  );
}
