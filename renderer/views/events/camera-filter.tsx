import type { CameraView } from '../../../services/contract/camera.ts';
import type { CameraId } from '../../../services/contract/identifiers.ts';
import { selectStyle } from '../../parts/field-style.ts';
import { SelectFrame } from '../../parts/select-frame.tsx';
import { words } from '../../words/words.ts';

interface CameraFilterProps {
  readonly cameras: readonly CameraView[];
  readonly chosen: CameraId | null;
  readonly onChoose: (cameraId: CameraId | null) => void;
}

export function CameraFilter({ cameras, chosen, onChoose }: CameraFilterProps) {
  return (
    <SelectFrame className="max-w-64">
      <select
        aria-label={words.events.filter}
        className={selectStyle}
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
    </SelectFrame>
  );
}
