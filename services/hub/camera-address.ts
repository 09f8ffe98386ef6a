import { addressApart } from '../contract/address.ts';
import type { CameraInput } from '../contract/api.ts';
import type { MqttSettings } from '../contract/settings.ts';

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

/** What was typed into the fields goes before what stands in the address. */
function apart(address: string, { username, password }: Login): Login & { readonly address: string } {
  const found = addressApart(address);
  if (found === null) return { address, username, password };
  return {
    address: found.address,
    username: username === '' ? found.username : username,
    password: password === '' ? found.password : password,
  };
}
