import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { CameraInput } from '../../../services/contract/api.ts';
import type { OnvifCamera } from '../../../services/contract/onvif.ts';
import { useHealth } from '../../house/health.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { words } from '../../words/words.ts';
import { blankCamera } from '../cameras/blank-camera.ts';
import { CameraLogin } from '../cameras/camera-login.tsx';
import { type ChosenCamera, toldCamera, typedCamera } from '../cameras/chosen-camera.ts';
import { FindCameras } from '../cameras/find-cameras.tsx';
import { OwnCameras } from './own-cameras.tsx';
import { QuickCamera } from './quick-camera.tsx';
import { StepFrame } from './step-frame.tsx';

type Adding =
  | { readonly kind: 'none' }
  | { readonly kind: 'find' }
  | { readonly kind: 'login'; readonly camera: ChosenCamera }
  | { readonly kind: 'picture'; readonly camera: CameraInput; readonly told: OnvifCamera | null };

/** From a search to the first own picture, without leaving the screen. */
export function CamerasStep() {
  const text = words.setup.cameras;
  const own = useQuery(trpc.cameras.list.queryOptions()).data ?? [];
  const isDemo = useHealth()?.demo ?? true;
  const has = own.length > 0 && !isDemo;
  const [adding, setAdding] = useState<Adding>({ kind: 'none' });
  const shown = adding.kind === 'none' && !has ? { kind: 'find' as const } : adding;
  return (
    <StepFrame step="cameras" title={has ? text.titleMore : text.title} detail={text.detail} done={has}>
      {has && <OwnCameras />}
      {shown.kind === 'none' && (
        <div className="flex flex-col items-start gap-4">
          <Button
            onClick={() => {
              setAdding({ kind: 'find' });
            }}
          >
            <Plus aria-hidden className="size-5" />
            {text.add}
          </Button>
          <p className="text-quiet">{text.more}</p>
        </div>
      )}
      <AddCamera adding={shown} onChange={setAdding} />
    </StepFrame>
  );
}

interface AddCameraProps {
  readonly adding: Adding;
  readonly onChange: (adding: Adding) => void;
}

function AddCamera({ adding, onChange }: AddCameraProps) {
  const back = () => {
    onChange({ kind: 'find' });
  };
  switch (adding.kind) {
    case 'none':
      return null;
    case 'find':
      return (
        <FindCameras
          onChoose={(camera) => {
            onChange({ kind: 'login', camera });
          }}
          onType={() => {
            onChange({ kind: 'picture', camera: blankCamera, told: null });
          }}
        />
      );
    case 'login':
      return (
        <CameraLogin
          camera={adding.camera}
          onConnected={(told, login) => {
            onChange({ kind: 'picture', camera: toldCamera(adding.camera, told, login), told });
          }}
          onType={(login) => {
            onChange({ kind: 'picture', camera: typedCamera(adding.camera, login), told: null });
          }}
          onBack={back}
        />
      );
    case 'picture':
      return (
        <QuickCamera
          stored={adding.camera}
          told={adding.told}
          onBack={back}
          onSaved={() => {
            onChange({ kind: 'none' });
          }}
        />
      );
  }
}
