import { addressApart } from '../contract/address.ts';
import type { CameraInput } from '../contract/api.ts';
import type { MqttSettings } from '../contract/settings.ts';

interface Login {
  readonly username: string;
  readonly password: string;
}

/**
 * Moves a user and a password out of the addresses into their own fields, so that the addresses may be shown and logged. Both
 * streams have the same user; what stands in the main address goes before what stands in the other.
 */
export function withoutPasswordInAddress<Input extends CameraInput>(camera: Input): Input {
  const { address, ...main } = apart(camera.address, camera);
  const { address: subAddress, ...login } = apart(camera.subAddress, main);
  return { ...camera, address, subAddress, ...login };
}

/** The same for the broker. */
export function withoutPasswordInUrl(mqtt: MqttSettings): MqttSettings {
  const { address: url, ...login } = apart(mqtt.url, mqtt);
  return { ...mqtt, url, ...login };
}

type Addresses = Pick<CameraInput, 'address' | 'subAddress'>;

/** Whether a stored password may go to these addresses: it is sent to no other host and port than before, nor for the other stream. */
export function keepsHosts(now: Addresses, before: Addresses): boolean {
  if (!isSameHost(now.address, before.address)) return false;
  const { subAddress } = now;
  return subAddress === '' || [before.address, before.subAddress].some((old) => isSameHost(subAddress, old));
}

/** Whether both lead to the same host and port: a stored password is sent nowhere else. */
export function isSameHost(one: string, other: string): boolean {
  const host = hostOf(one);
  return host !== '' && host === hostOf(other);
}

/** RTSP's own ports; a URL leaves out HTTP's by itself. */
const ports: Readonly<Record<string, string>> = { 'rtsp:': ':554', 'rtsps:': ':322' };

function hostOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const { host, port, protocol } = new URL(address);
  return host === '' ? '' : `${host.toLowerCase()}${port === '' ? (ports[protocol] ?? '') : ''}`;
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
