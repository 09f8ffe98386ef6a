import type { CameraView } from '../../../services/contract/camera.ts';
import { LiveCamera } from '../../live/live-camera.tsx';
import { hrefOf } from '../../route.ts';
import { words } from '../../words/words.ts';
import { CameraBadge } from '../camera/camera-badge.tsx';

/** One camera of the wall; a tap shows it large. */
export function CameraTile({ camera }: { readonly camera: CameraView }) {
  return (
    <a
      href={hrefOf({ screen: 'camera', cameraId: camera.id })}
      aria-label={words.camera.open(camera.name)}
      data-camera={camera.id}
      className="relative block aspect-video overflow-hidden rounded-card"
    >
      <LiveCamera camera={camera} />
      <span className="absolute inset-x-0 bottom-0 flex bg-linear-to-t from-black/75 to-transparent p-3 pt-8">
        <CameraBadge camera={camera} />
      </span>
    </a>
  );
}
