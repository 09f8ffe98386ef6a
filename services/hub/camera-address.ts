import type { CameraInput } from '../contract/api.ts';

/** An address as cameras' manuals give it: the user and the password may stand before the host, in clear, with any character. */
const withUser = /^([a-z]+:\/\/)([^/]*)@(.*)$/i;

/** Moves a user and a password out of the address into their own fields, so that the address may be shown and logged. */
export function withoutPasswordInAddress<Input extends CameraInput>(camera: Input): Input {
  const match = withUser.exec(camera.address.trim());
  if (match === null) return camera;
  const [, scheme = '', user = '', rest = ''] = match;
  const colon = user.indexOf(':');
  const username = decoded(colon < 0 ? user : user.slice(0, colon));
  const password = decoded(colon < 0 ? '' : user.slice(colon + 1));
  return {
    ...camera,
    address: `${scheme}${rest}`,
    username: camera.username === '' ? username : camera.username,
    password: camera.password === '' ? password : camera.password,
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
