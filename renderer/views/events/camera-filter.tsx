import { ChevronDown } from 'lucide-react';
import type { CameraView } from '../../../services/contract/camera.ts';
import type { CameraId } from '../../../services/contract/identifiers.ts';
import { fieldStyle } from '../../parts/field-style.ts';
import { words } from '../../words/words.ts';

interface CameraFilterProps {
  readonly cameras: readonly CameraView[];
  readonly chosen: CameraId | null;
  readonly onChoose: (cameraId: CameraId | null) => void;
}

export function CameraFilter({ cameras, chosen, onChoose }: CameraFilterProps) {
  return (
    <span className="relative block max-w-64">
      <select
        aria-label={words.events.filter}
        className={`${fieldStyle} appearance-none truncate pr-11`}
        value={chosen ?? ''}
        onChange={(change) => {
          onChoose(cameras.find((camera) => camera.id === change.target.value)?.id ?? null);
        }}
      >
        <option value="">{words.events.allCameras}</option>
        {cameras.map((camera) => (
          <option key={camera.id} value={camera.id}>
            {camera.name}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute inset-y-0 right-3.5 my-auto size-5 text-quiet"
      />
    </span>
  );
}
