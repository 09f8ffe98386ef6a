import type { CameraState, CameraView } from '../../../services/contract/camera.ts';
import { words } from '../../words/words.ts';

const dots: Readonly<Record<CameraState['kind'], string>> = {
  live: 'bg-[#6fdc9a]',
  connecting: 'bg-[#f3c66b]',
  lost: 'bg-[#ff8f7d]',
  off: 'bg-[#a8a195]',
};

interface CameraBadgeProps {
  readonly camera: CameraView;
  /** Not where its name is the title of the screen. */
  readonly named?: boolean;
}

/** Name and state of a camera, to stand on its picture. On a small one the name alone: it is live unless it says otherwise. */
export function CameraBadge({ camera, named = true }: CameraBadgeProps) {
  return (
    <span className="absolute bottom-2.5 left-2.5 flex max-w-[calc(100%-1.25rem)] items-center gap-2 rounded-lg bg-[#14120f]/70 px-3 py-1.5 text-[#f6f2ea] @max-[17rem]:bottom-1.5 @max-[17rem]:left-1.5 @max-[17rem]:px-2 @max-[17rem]:py-1 @max-[17rem]:text-sm">
      <span aria-hidden className={`size-2.5 shrink-0 rounded-full ${dots[camera.state.kind]}`} />
      {named && (
        <span className="truncate font-semibold" dir="auto">
          {camera.name}
        </span>
      )}
      <span className={`shrink-0 text-sm text-[#d8d2c6] ${named ? '@max-[17rem]:hidden' : ''}`}>
        {words.camera[camera.state.kind]}
      </span>
    </span>
  );
}
