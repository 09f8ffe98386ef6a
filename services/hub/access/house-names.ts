import { hostname, networkInterfaces } from 'node:os';

/** By what the network can call this machine. */
export interface HouseNames {
  readonly names: readonly string[];
  readonly addresses: readonly string[];
}

/** The machine's name, also by multicast DNS (RFC 6762), and its addresses but those that need a zone. */
export function houseNames(): HouseNames {
  const own = hostname().toLowerCase();
  const isName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(own);
  const addresses = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ internal, address }) => !internal && !address.startsWith('fe80:'))
    .map(({ address }) => address);
  return { names: isName ? [own, `${own}.local`] : [], addresses: [...new Set(addresses)].slice(0, 16) };
}

/** As they stand in addresses of pages and in `Host`. */
export function hostsOf({ names, addresses }: HouseNames, port: number): readonly string[] {
  const hosts = [...names, ...addresses.map((address) => (address.includes(':') ? `[${address}]` : address))];
  return hosts.map((host) => `${host}:${port}`);
}
