import { Cctv, Hourglass } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { CameraView } from '../../../services/contract/camera.ts';
import type { PictureSize } from '../../live/flow.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { useElementSize } from '../../parts/element-size.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { words } from '../../words/words.ts';
import { aspectOf } from '../camera/aspect-of.ts';
import { CameraTile } from './camera-tile.tsx';
import { heightOf, packedWall } from './packed-wall.ts';

const gap = 12;

interface CameraWallProps {
  readonly cameras: readonly CameraView[];
  readonly demo: boolean;
  /** In pixels; the wall takes no more of it than its pictures need. */
  readonly maxHeight: number;
}

/** All cameras, live. */
export function CameraWall({ cameras, demo, maxHeight }: CameraWallProps) {
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
      {cameras.length > 0 && <Wall cameras={cameras} maxHeight={maxHeight} />}
    </section>
  );
}

function Wall({ cameras, maxHeight }: Omit<CameraWallProps, 'demo'>) {
  const frame = useRef<HTMLUListElement>(null);
  const { width } = useElementSize(frame);
  const [shown, setShown] = useState<ReadonlyMap<string, PictureSize>>(new Map());
  const shapes = cameras.map((camera) => aspectOf(camera, shown.get(camera.id))).join();
  const boxes = useMemo(
    () => packedWall(shapes.split(',').map(Number), { width, height: maxHeight, gap }),
    [shapes, width, maxHeight],
  );
  return (
    <ul ref={frame} className="relative" style={{ height: heightOf(boxes) }}>
      {cameras.map((camera, index) => {
        const box = boxes[index];
        if (box === undefined) return null;
        const { x, y, ...size } = box;
        return (
          <li key={camera.id} className="absolute" style={{ left: x, top: y, ...size }}>
            <CameraTile
              camera={camera}
              onSize={(picture) => {
                setShown((before) => new Map(before).set(camera.id, picture));
              }}
            />
          </li>
        );
      })}
    </ul>
  );
}
