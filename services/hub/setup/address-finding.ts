import { BlockList, isIPv4 } from 'node:net';
import { networkInterfaces } from 'node:os';
import { addressApart } from '../../contract/address.ts';
import type { AddressFinding } from '../../contract/setup.ts';
import { answerOf, type PortAnswer } from './answering-port.ts';

/** Where cameras speak RTSP, the commonest first. */
const videoPorts = [554, 8554, 88, 10_554];
/** Where a machine that is there most likely answers, or refuses. */
const otherPorts = [80, 443];
const usualPorts: Readonly<Record<string, number>> = { rtsp: 554, rtsps: 322, http: 80, https: 443 };

interface Place {
  readonly host: string;
  readonly port: number;
  /** What answers here speaks TLS, which is not looked into, and nobody is led from there to a port without it. */
  readonly isTls: boolean;
}

/**
 * Finds out what is wrong with a camera's address that gave no picture: whether anybody is there, and whether it speaks RTSP,
 * here or at another port. Takes about two seconds.
 */
export async function findFault(
  address: string,
  { signal, networks = ownNetworks() }: { readonly signal: AbortSignal; readonly networks?: BlockList },
): Promise<AddressFinding> {
  const place = placeOf(address);
  if (place === null) return { kind: 'no_network_address' };
  const { host, port, isTls } = place;
  const asked = await answerOf({ host, port, signal });
  if (asked === 'unknown_name') return { kind: 'unknown_name' };
  if (asked === 'rtsp') return { kind: 'video_port' };
  if (isTls && (asked === 'web' || asked === 'other')) return { kind: 'no_network_address' };
  const others = [...(isTls ? [] : videoPorts), ...otherPorts].filter((each) => each !== port);
  const answers = await Promise.all(others.map((each) => answerOf({ host, port: each, signal })));
  return judged({ port, asked, others, answers, elsewhere: isElsewhere(host, networks) });
}

interface Heard {
  readonly port: number;
  readonly asked: PortAnswer;
  readonly others: readonly number[];
  readonly answers: readonly PortAnswer[];
  readonly elsewhere: boolean;
}

/** What was heard of the ports, as one finding. */
export function judged({ port, asked, others, answers, elsewhere }: Heard): AddressFinding {
  const video = others[answers.indexOf('rtsp')] ?? null;
  if (asked === 'web') return { kind: 'web_page', port, video };
  if (asked === 'other') return { kind: 'no_video_port', port, video };
  const isThere = asked === 'closed' || answers.some((answer) => answer !== 'silent');
  return isThere ? { kind: 'closed_port', port, video } : { kind: 'nobody_there', elsewhere };
}

/** Null for a file or a USB camera. */
function placeOf(typed: string): Place | null {
  const text = addressApart(typed)?.address ?? typed.trim();
  const match = /^([a-z]+):\/\/(\[[^\]]*\]|[^/:?#\s]+)(?::(\d{1,5}))?/i.exec(text);
  const scheme = match?.[1]?.toLowerCase() ?? '';
  const port = match?.[3] === undefined ? usualPorts[scheme] : Number(match[3]);
  const host = match?.[2]?.replace(/^\[|\]$/g, '') ?? '';
  return host === '' || port === undefined || port < 1 || port > 65_535
    ? null
    : { host, port, isTls: scheme.endsWith('s') };
}

/** Names, and addresses of the internet, are nowhere else: only of a number in a home network can this be told. */
function isElsewhere(host: string, networks: BlockList): boolean {
  return isIPv4(host) && !networks.check(host);
}

/** The IPv4 networks that this machine is in. */
function ownNetworks(): BlockList {
  const networks = new BlockList();
  for (const { family, cidr } of Object.values(networkInterfaces()).flatMap((each) => each ?? [])) {
    const [address = '', bits] = (cidr ?? '').split('/');
    if (family === 'IPv4' && bits !== undefined) networks.addSubnet(address, Number(bits), 'ipv4');
  }
  return networks;
}
