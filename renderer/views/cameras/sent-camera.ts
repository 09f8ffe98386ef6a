import { addressApart } from '../../../services/contract/address.ts';
import type { CameraInput } from '../../../services/contract/api.ts';

const noRoles: CameraInput['roles'] = { detect: 'auto', record: 'auto', live: 'auto' };

/** What was typed, as it is sent: no password in an address, and no choice of a stream that is not there. */
export function sentCamera(typed: CameraInput): CameraInput {
  const camera = withoutSubPassword({ ...typed, ...addressApart(typed.address) });
  return camera.subAddress.trim() === '' ? { ...camera, roles: noRoles } : camera;
}

/** Takes user and password out of the second address; both streams have the same, and what is there already stays. */
export function withoutSubPassword(camera: CameraInput): CameraInput {
  const apart = addressApart(camera.subAddress);
  if (apart === null) return camera;
  return {
    ...camera,
    subAddress: apart.address,
    username: camera.username || apart.username,
    password: camera.password || apart.password,
  };
}
