import { useState } from 'react';
import type { CameraId } from '../../../services/contract/identifiers.ts';
import type { Person } from '../../../services/contract/person.ts';
import { useHealth } from '../../house/health.ts';
import { CameraChoice } from './camera-choice.tsx';
import { Portrait } from './portrait.tsx';

/** In front of a camera: choose it, then be told where to look. */
export function CameraWay({ person }: { readonly person: Person | undefined }) {
  const cameras = useHealth()?.cameras ?? [];
  const [only] = cameras.length === 1 ? cameras : [];
  const [chosen, setChosen] = useState<CameraId | null>(only?.id ?? null);
  const [attempt, setAttempt] = useState(0);
  const camera = cameras.find(({ id }) => id === chosen);
  if (camera === undefined) return <CameraChoice cameras={cameras} onChoose={setChosen} />;
  return (
    <Portrait
      key={`${camera.id} ${attempt}`}
      camera={camera}
      person={person}
      onAgain={() => {
        setAttempt(attempt + 1);
      }}
      onOther={() => {
        setChosen(null);
      }}
    />
  );
}
