import { Cctv, Hourglass } from 'lucide-react';
import type { CameraView } from '../../../services/contract/camera.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { words } from '../../words/words.ts';
import { CameraTile } from './camera-tile.tsx';

/** Columns by the number of cameras; the greatest width keeps the devices beneath in view on a wide screen. */
function layoutOf(count: number): string {
  if (count === 1) return 'grid-cols-1 max-w-[124vh]';
  if (count === 2) return 'grid-cols-1 lg:grid-cols-2';
  if (count <= 4) return 'grid-cols-2 xl:max-w-[124vh]';
  if (count <= 9) return 'grid-cols-2 lg:grid-cols-3';
  return 'grid-cols-2 lg:grid-cols-4';
}

interface CameraWallProps {
  readonly cameras: readonly CameraView[];
  readonly demo: boolean;
}

/** All cameras, live. */
export function CameraWall({ cameras, demo }: CameraWallProps) {
  return (
    <section aria-label={words.home.wall}>
      {cameras.length === 0 && demo && (
        <EmptyState icon={Hourglass} title={words.home.makingDemo} detail={words.home.makingDemoDetail} />
      )}
      {cameras.length === 0 && !demo && (
        <EmptyState icon={Cctv} title={words.home.noCameras} detail={words.home.noCamerasDetail}>
          <ButtonLink to={{ screen: 'new-camera' }} kind="primary">
            {words.home.addCamera}
          </ButtonLink>
        </EmptyState>
      )}
      {cameras.length > 0 && (
        <ul className={`grid gap-3 ${layoutOf(cameras.length)}`}>
          {cameras.map((camera) => (
            <li key={camera.id}>
              <CameraTile camera={camera} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
