import type { CameraInput } from '../contract/api.ts';
import type { MqttSettings } from '../contract/settings.ts';

/**
 * An address as manuals give it: the user and the password may stand before the host, in clear, with any character. A slash
 * belongs to a password when no port could end before it.
 */
const withUser = /^([a-z]+:\/\/)([^/]*|[^/:@]+:(?!\d*\/)[^@]*)@(.*)$/i;

interface Login {
  readonly username: string;
  readonly password: string;
}

/** Moves a user and a password out of the address into their own fields, so that the address may be shown and logged. */
export function withoutPasswordInAddress<Input extends CameraInput>(camera: Input): Input {
  const { address, ...login } = apart(camera.address, camera);
  return { ...camera, address, ...login };
}

/** The same for the broker. */
export function withoutPasswordInUrl(mqtt: MqttSettings): MqttSettings {
  const { address: url, ...login } = apart(mqtt.url, mqtt);
  return { ...mqtt, url, ...login };
}

/** Whether both lead to the same host and port: a stored password is sent nowhere else. */
export function isSameHost(one: string, other: string): boolean {
  const host = hostOf(one);
  return host !== '' && host === hostOf(other);
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.toLowerCase() : '';
}

function apart(address: string, login: Login): Login & { readonly address: string } {
  const { username, password } = login;
  const match = withUser.exec(address.trim());
  if (match === null) return { address, username, password };
  const [, scheme = '', user = '', rest = ''] = match;
  const colon = user.indexOf(':');
  return {
    address: `${scheme}${rest}`,
    username: username === '' ? decoded(colon < 0 ? user : user.slice(0, colon)) : username,
    password: password === '' ? decoded(colon < 0 ? '' : user.slice(colon + 1)) : password,
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
