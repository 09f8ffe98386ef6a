import { Cctv, ChevronRight } from 'lucide-react';
import type { CameraState, CameraView } from '../../../services/contract/camera.ts';
import { useNow } from '../../house/now.ts';
import { cameraSentence } from '../../live/camera-sentence.ts';
import { Card } from '../../parts/card.tsx';
import { StateDot, type Mood } from '../../parts/state-dot.tsx';
import { hrefOf } from '../../route.ts';
import { said } from '../../words/said.ts';
import { words } from '../../words/words.ts';

const moods: Readonly<Record<CameraState['kind'], Mood>> = {
  live: 'good',
  connecting: 'warn',
  lost: 'bad',
  off: 'quiet',
};

interface CameraCardProps {
  readonly camera: Pick<CameraView, 'id' | 'name' | 'area' | 'demo'>;
  readonly state: CameraState;
}

/** One camera of the list; the demo's own can only be looked at. */
export function CameraCard({ camera, state }: CameraCardProps) {
  const { title, why, advice, next } = cameraSentence(state, useNow());
  const missing = state.kind === 'live' ? state.missing : undefined;
  const target = camera.demo ? 'camera' : 'edit-camera';
  return (
    <Card className="overflow-hidden">
      <a
        href={hrefOf({ screen: target, cameraId: camera.id })}
        aria-label={camera.demo ? words.camera.open(camera.name) : words.cameras.edit(camera.name)}
        className="flex min-h-20 items-center gap-4 px-5 py-4 -outline-offset-3 hover:bg-sunken"
      >
        <Cctv aria-hidden className="size-6 shrink-0 text-quiet" strokeWidth={1.5} />
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-2.5">
            <span className="truncate text-lg font-semibold" dir="auto">
              {camera.name}
            </span>
            {camera.demo && (
              <span className="rounded-md bg-accent-soft px-2 py-0.5 text-sm font-medium text-accent">
                {words.camera.demo}
              </span>
            )}
          </span>
          {camera.area !== '' && (
            <span className="block truncate text-quiet" dir="auto">
              {camera.area}
            </span>
          )}
          {state.kind === 'lost' && (
            <span className="mt-1 block text-sm text-bad wrap-anywhere">
              {title}. {why}
              <span className="block text-quiet tabular-nums">
                {advice} {next}
              </span>
            </span>
          )}
          {missing !== undefined && (
            <span className="mt-1 block text-sm text-warn wrap-anywhere">
              {words.health.missing[missing.stream]}. {said(missing.why)}{' '}
              <span className="text-quiet">{said(missing.advice)}</span>
            </span>
          )}
        </span>
        <StateDot mood={missing === undefined ? moods[state.kind] : 'warn'}>
          {words.camera[state.kind]}
        </StateDot>
        <ChevronRight aria-hidden className="size-5 shrink-0 text-quiet rtl:rotate-180" />
      </a>
    </Card>
  );
}
