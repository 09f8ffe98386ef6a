import { VideoOff } from 'lucide-react';
import type { CameraView } from '../../../services/contract/camera.ts';
import type { CameraId } from '../../../services/contract/identifiers.ts';
import { LiveCamera } from '../../live/live-camera.tsx';
import { ButtonLink } from '../../parts/button-link.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { words } from '../../words/words.ts';

interface CameraChoiceProps {
  readonly cameras: readonly CameraView[];
  readonly onChoose: (cameraId: CameraId) => void;
}

/** Which camera somebody wants to stand before, by its live picture. */
export function CameraChoice({ cameras, onChoose }: CameraChoiceProps) {
  const text = words.enrolment.camera;
  if (!cameras.some(({ state }) => state.kind === 'live'))
    return (
      <EmptyState icon={VideoOff} title={text.none} detail={text.noneDetail}>
        <ButtonLink to={{ screen: 'cameras' }}>{words.screens.cameras}</ButtonLink>
      </EmptyState>
    );
  return (
    <>
      <h2 className="text-lg font-semibold">{text.choose}</h2>
      <p className="mb-4 text-quiet">{text.chooseDetail}</p>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,18rem),1fr))] gap-4">
        {cameras.map((camera) => (
          <li key={camera.id}>
            <button
              type="button"
              data-choose={camera.id}
              disabled={camera.state.kind !== 'live'}
              onClick={() => {
                onChoose(camera.id);
              }}
              className="block w-full overflow-hidden rounded-card border border-line bg-card text-left hover:not-disabled:border-accent"
            >
              <span className="@container relative block aspect-video">
                <LiveCamera camera={camera} mirror />
              </span>
              <span className="flex min-h-12 items-center justify-between gap-3 px-4">
                <span className="truncate font-semibold" dir="auto">
                  {camera.name}
                </span>
                {camera.state.kind !== 'live' && (
                  <span className="shrink-0 text-sm text-quiet">{text.off}</span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
