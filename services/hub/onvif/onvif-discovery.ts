import { randomUUID } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { networkInterfaces } from 'node:os';
import type { FoundCamera } from '../../contract/onvif.ts';
import { Trouble } from '../../contract/trouble.ts';
import { newsOf } from '../news.ts';
import { camerasIn, probeMessage } from './onvif-probe.ts';
import { Signal } from '../signal.ts';

const group = '239.255.255.250';
const port = 3702;
/** Datagrams get lost, so that it is asked more than once; cameras wait up to half a second before they answer. */
const askAtMs = [0, 400, 1200];
/** No home has more; what more comes is somebody who floods the network. */
const mostCameras = 256;
const mostMessages = 4096;

export interface DiscoverOptions {
  readonly signal: AbortSignal;
  readonly timeoutMs?: number;
}

/**
 * Asks every network of this machine which cameras are there (WS-Discovery, IPv4 multicast), and gives each once, as it answers;
 * ends after `timeoutMs`, 4 s by default, or when `signal` aborts. Nothing listens before or after. Throws Trouble
 * `unavailable` when this machine is in no network.
 */
export async function* discover({
  signal,
  timeoutMs = 4000,
}: DiscoverOptions): AsyncGenerator<FoundCamera, void> {
  const addresses = lanAddresses();
  if (addresses.length === 0) throw noNetwork();
  const over = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  const found = new Signal<FoundCamera>();
  const hear = listener(found);
  const sockets = [
    ...addresses.map((address) => askingSocket(address, hear)),
    hearingSocket(addresses, hear),
  ];
  try {
    yield* newsOf(found, { signal: over, keep: mostCameras });
  } finally {
    for (const stop of sockets) stop();
  }
}

/** The IPv4 addresses of this machine in its networks. */
function lanAddresses(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}

function listener(found: Signal<FoundCamera>): (message: Buffer, sender: string) => void {
  const known = new Set<string>();
  let messages = 0;
  return (message, sender) => {
    messages += 1;
    if (messages > mostMessages) return;
    for (const camera of camerasIn(message.toString('utf8'), sender)) {
      if (known.has(camera.urn) || known.size >= mostCameras) continue;
      known.add(camera.urn);
      found.send(camera);
    }
  };
}

type Hear = ReturnType<typeof listener>;

/** Asks in the network of one address, and hears what is answered to it. Returns what ends it. */
function askingSocket(address: string, hear: Hear): () => void {
  const socket = createSocket('udp4');
  const ask = (): void => {
    for (const type of ['transmitter', 'device'] as const)
      // A network that is down just now is no reason to leave the others out.
      socket.send(probeMessage(randomUUID(), type), port, group, () => undefined);
  };
  let timers: readonly NodeJS.Timeout[] = [];
  const stop = opened(socket, hear, () => {
    // The kernel would send along the default route, which may lead elsewhere, or be missing.
    socket.setMulticastInterface(address);
    timers = askAtMs.map((ms) => setTimeout(ask, ms));
  });
  socket.bind({ address, port: 0 });
  return () => {
    for (const timer of timers) clearTimeout(timer);
    stop();
  };
}

/** Some cameras answer to everybody in place of the one who asked. */
function hearingSocket(addresses: readonly string[], hear: Hear): () => void {
  const socket = createSocket({ type: 'udp4', reuseAddr: true });
  const stop = opened(socket, hear, () => {
    for (const address of addresses) joined(socket, address);
  });
  socket.bind({ port });
  return stop;
}

function joined(socket: Socket, address: string): void {
  try {
    socket.addMembership(group, address);
  } catch {
    // This network went away, or knows no multicast; answers to the one who asked come all the same.
  }
}

/** A socket that trouble closes, and nothing else. */
function opened(socket: Socket, hear: Hear, begin: () => void): () => void {
  let isOpen = true;
  const stop = (): void => {
    if (isOpen) socket.close();
    isOpen = false;
  };
  socket.on('error', stop);
  socket.on('message', (message, { address }) => {
    hear(message, address);
  });
  socket.on('listening', () => {
    try {
      begin();
    } catch {
      stop();
    }
  });
  return stop;
}

function noNetwork(): Trouble {
  return new Trouble('unavailable', {
    what: 'This machine is in no network, so that no camera can be found.',
    advice: 'Connect its cable or Wi-Fi and search again.',
  });
}
