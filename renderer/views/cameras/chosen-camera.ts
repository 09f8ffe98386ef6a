import type { CameraInput } from '../../../services/contract/api.ts';
import type { FoundCamera, OnvifCamera } from '../../../services/contract/onvif.ts';
import { blankCamera } from './blank-camera.ts';
import type { Login } from './camera-login.tsx';

/** A camera that was found, or an address that was typed to be asked. */
export type ChosenCamera = Pick<FoundCamera, 'name' | 'address' | 'xaddr'>;

/** A camera by what it told of its streams. */
export function toldCamera(
  { name }: ChosenCamera,
  { main, sub, ...told }: OnvifCamera,
  login: Login,
): CameraInput {
  return {
    ...blankCamera,
    name: (name || told.name).slice(0, 60),
    address: main.address,
    subAddress: sub?.address ?? '',
    ...login,
  };
}

/** A camera that told nothing: where its stream most likely is. */
export function typedCamera({ name, address }: ChosenCamera, login: Login): CameraInput {
  const stream = /^[a-z]+:\/\//i.test(address) ? address : `rtsp://${address}:554/`;
  return { ...blankCamera, name, address: stream, ...login };
}
