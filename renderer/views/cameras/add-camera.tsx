import { useState } from 'react';
import type { CameraInput } from '../../../services/contract/api.ts';
import type { OnvifCamera } from '../../../services/contract/onvif.ts';
import { Screen } from '../../parts/screen.tsx';
import { words } from '../../words/words.ts';
import { blankCamera } from './blank-camera.ts';
import { CameraForm } from './camera-form.tsx';
import { CameraLogin } from './camera-login.tsx';
import { type ChosenCamera, toldCamera, typedCamera } from './chosen-camera.ts';
import { FindCameras } from './find-cameras.tsx';

type Step =
  | { readonly kind: 'find' }
  | { readonly kind: 'login'; readonly camera: ChosenCamera }
  | { readonly kind: 'form'; readonly camera: CameraInput; readonly told: OnvifCamera | null };

/** A new camera: found in the network and asked for its streams, or typed in. */
export function AddCamera() {
  const [step, setStep] = useState<Step>({ kind: 'find' });
  const back = () => {
    setStep({ kind: 'find' });
  };
  return (
    <Screen
      title={words.cameras.newTitle}
      {...(step.kind === 'find' && { detail: words.finding.detail })}
      back={{ screen: 'cameras' }}
      width="narrow"
    >
      {step.kind === 'find' && (
        <FindCameras
          onChoose={(camera) => {
            setStep({ kind: 'login', camera });
          }}
          onType={() => {
            setStep({ kind: 'form', camera: blankCamera, told: null });
          }}
        />
      )}
      {step.kind === 'login' && (
        <CameraLogin
          camera={step.camera}
          onConnected={(told, login) => {
            setStep({ kind: 'form', camera: toldCamera(step.camera, told, login), told });
          }}
          onType={(login) => {
            setStep({ kind: 'form', camera: typedCamera(step.camera, login), told: null });
          }}
          onBack={back}
        />
      )}
      {step.kind === 'form' && (
        <CameraForm stored={step.camera} told={step.told} hasPassword={false} onBack={back} />
      )}
    </Screen>
  );
}
