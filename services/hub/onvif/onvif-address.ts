import { isIPv6 } from 'node:net';
import { addressApart } from '../../contract/address.ts';
import { Trouble } from '../../contract/trouble.ts';

const devicePath = '/onvif/device_service';
/** Where cameras keep ONVIF when not at HTTP's own port, the commonest first. */
const usualPorts = [80, 8080, 2020, 8899, 8000];

/**
 * Where the device service may be, by what was found or typed: one address when it names a port or a path, else that host at
 * the usual ports. A camera's stream address names the host too. Throws Trouble `bad_input` when it is no address.
 */
export function entryPoints(typed: string): readonly URL[] {
  const text = (addressApart(typed)?.address ?? typed).trim();
  if (/^https?:\/\//i.test(text)) return [service(text)];
  const host = /^rtsps?:\/\/(\[[^\]]*\]|[^/:?#]*)/i.exec(text)?.[1] ?? text;
  if (/^(\[[^\]]*\]|[^/:\s]+):\d+$/.test(host)) return [service(`http://${host}`)];
  const plain = isIPv6(host) ? `[${host}]` : host;
  return usualPorts.map((port) => service(`http://${plain}:${port}`));
}

function service(address: string): URL {
  if (!URL.canParse(address)) throw noAddress();
  const url = new URL(address);
  if (url.hostname === '') throw noAddress();
  if (url.pathname === '/') url.pathname = devicePath;
  return url;
}

/**
 * A stream's address as it can be reached: cameras behind a router, or with an address of their own by now, name a host that is
 * not theirs (0.0.0.0, 127.0.0.1, that of another network). `host` is where the camera answered. User and password are left
 * out. Null when it is no RTSP address.
 */
export function reachedAddress(uri: string, host: string): string | null {
  const address = addressApart(uri)?.address ?? uri.trim();
  const match = /^(rtsps?:\/\/)(?:\[[^\]\s]*\]|[^/:?#\s]*)((?::\d{1,5})?(?:[/?]\S*)?)$/i.exec(address);
  return match === null ? null : `${(match[1] ?? '').toLowerCase()}${host}${match[2] ?? ''}`;
}

function noAddress(): Trouble {
  return new Trouble('bad_input', {
    what: 'This is not the address of a camera.',
    advice: 'Type it as the router or the camera’s own app shows it, for example 192.168.1.20.',
  });
}
