import { useState } from 'react';
import type { CameraView } from '../../../services/contract/camera.ts';
import { LiveCamera } from '../../live/live-camera.tsx';
import type { PictureSize } from '../../live/flow.ts';
import { aspectOf } from './aspect-of.ts';
import { CameraBadge } from './camera-badge.tsx';

interface CameraPanelProps {
  readonly camera: CameraView;
  /** From the one that is seen: 0 is that one itself, 1 a neighbour. */
  readonly distance: number;
}

/** One camera of the strip, as large as there is room, in its own shape. Those farther away than a neighbour show nothing. */
export function CameraPanel({ camera, distance }: CameraPanelProps) {
  const [size, setSize] = useState<PictureSize>();
  const aspect = aspectOf(camera, size);
  return (
    <div
      inert={distance > 0}
      className="@container-size grid size-full shrink-0 snap-center snap-always place-items-center"
    >
      {distance <= 1 && (
        <div
          data-camera={camera.id}
          style={{ width: `min(100cqw, ${aspect * 100}cqh)`, aspectRatio: aspect }}
          className="@container relative overflow-hidden rounded-card"
        >
          <LiveCamera camera={camera} large={distance === 0} onSize={setSize} />
          <CameraBadge camera={camera} named={false} />
        </div>
      )}
    </div>
  );
}
