import type { CameraView } from '../../../services/contract/camera.ts';
import type { PictureSize } from '../../live/flow.ts';
import { LiveCamera } from '../../live/live-camera.tsx';
import { hrefOf } from '../../route.ts';
import { words } from '../../words/words.ts';
import { CameraBadge } from '../camera/camera-badge.tsx';

interface CameraTileProps {
  readonly camera: CameraView;
  /** Its pictures have this size now. */
  readonly onSize: (size: PictureSize) => void;
}

/** One camera of the wall; a tap shows it large. */
export function CameraTile({ camera, onSize }: CameraTileProps) {
  return (
    <a
      href={hrefOf({ screen: 'camera', cameraId: camera.id })}
      aria-label={words.camera.open(camera.name)}
      data-camera={camera.id}
      className="@container relative block size-full overflow-hidden rounded-card after:pointer-events-none after:absolute after:inset-0 after:rounded-card after:ring-1 after:ring-white/10 after:ring-inset"
    >
      <LiveCamera camera={camera} onSize={onSize} />
      <CameraBadge camera={camera} />
    </a>
  );
}
