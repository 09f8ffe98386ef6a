import type { FastifyInstance } from 'fastify';
import type { Log } from '../contract/log.ts';
import type { NetworkState } from '../contract/network.ts';
import { Trouble } from '../contract/trouble.ts';
import { fingerprintOf, houseCertificate } from './access/certificate.ts';
import { hostsOf, type HouseNames, houseNames } from './access/house-names.ts';
import { serveLogin } from './access/login.ts';
import { networkEntrance } from './access/network-entrance.ts';
import type { Door } from './door.ts';
import type { House } from './house.ts';
import { houseServer } from './server.ts';

/** By both versions of the protocol, where the machine speaks both. */
async function listen(server: FastifyInstance, port: number): Promise<void> {
  try {
    await server.listen({ host: '::', port });
  } catch (error) {
    const hasNone = error instanceof Error && 'code' in error && error.code !== 'EADDRINUSE';
    if (!hasNone) throw error;
    await server.listen({ host: '0.0.0.0', port });
  }
}

/** Addresses change, and certificates end. */
const lookEveryMs = 10 * 60_000;
/** So often the certificate is looked at while nothing else changes: it is renewed a month before it ends. */
const certificateEveryMs = 14 * 24 * 60 * 60_000;

export interface NetworkServerParts {
  readonly door: Door;
  readonly log: Log;
  readonly page?: string;
  /** By what the network can call this machine; by default as the system says. */
  readonly names?: () => HouseNames;
}

interface Served {
  readonly house: House;
  /** What it depends on: when that changes, it begins anew. */
  readonly what: string;
  readonly server: FastifyInstance;
}

/** The page in the network of the house, by TLS, while the house is open and its owner wants it. */
export class NetworkServer {
  readonly #parts: NetworkServerParts;
  #served: Served | null = null;
  #last: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #watched: House | null = null;
  #isOver = false;

  constructor(parts: NetworkServerParts) {
    this.#parts = parts;
  }

  start(): void {
    const { door } = this.#parts;
    const look = (): void => {
      this.#look();
    };
    // What a house is busy with is told many times a second; what counts here is whether it is open.
    door.healthChanged.listen(() => {
      if (this.#house() !== this.#watched) look();
    });
    this.#timer = setInterval(look, lookEveryMs).unref();
    look();
  }

  /** May be called again. */
  stop(): Promise<void> {
    this.#isOver = true;
    clearInterval(this.#timer);
    this.#look();
    return this.#last;
  }

  #house(): House | null {
    return this.#isOver ? null : (this.#parts.door.openHub()?.house ?? null);
  }

  /** One at a time; what fails is told on the page, and tried again at the next look. */
  #look(): void {
    const house = this.#house();
    if (house !== this.#watched) {
      this.#watched = house;
      house?.access.members.changed.listen(() => {
        this.#look();
      });
    }
    this.#last = this.#last
      .then(() => this.#become(house))
      .catch((error: unknown) => {
        if (!(error instanceof Trouble)) this.#parts.log.error(`The network is not served: ${String(error)}`);
      });
  }

  async #become(house: House | null): Promise<void> {
    const names = (this.#parts.names ?? houseNames)();
    const network = house?.access.members.settings.network;
    const isWanted = network?.enabled === true;
    const part = Math.floor(Date.now() / certificateEveryMs);
    const what = isWanted ? `${hostsOf(names, network.port).join(' ')} ${part}` : '';
    if (this.#served?.what === what && this.#served.house === house) return;
    await this.#served?.server.close();
    this.#served = null;
    if (house === null) return;
    house.access.networkState = { kind: 'off' };
    if (isWanted) house.access.networkState = await this.#open(house, { names, what, port: network.port });
  }

  async #open(
    house: House,
    { names, what, port }: { names: HouseNames; what: string; port: number },
  ): Promise<NetworkState> {
    const { door, log, page } = this.#parts;
    const { access, store } = house;
    try {
      const kept = await houseCertificate(store.certificate, names, Date.now());
      const own = { scheme: 'https', hosts: hostsOf(names, port) } as const;
      const server = await houseServer({
        ...{ door, log, ...(page === undefined ? {} : { page }) },
        entrance: networkEntrance(access.network, own),
        tls: { key: kept.privateKey, cert: kept.certificate },
      });
      serveLogin(server, access);
      await listen(server, port).catch(async (error: unknown) => {
        await server.close();
        throw error;
      });
      this.#served = { house, what, server };
      return {
        kind: 'open',
        addresses: own.hosts.map((host) => `https://${host}/`),
        fingerprint: fingerprintOf(kept),
      };
    } catch (error) {
      if (error instanceof Trouble) return { kind: 'failed', what: error.message, advice: error.advice };
      log.error(
        `The network can't be served: ${error instanceof Error ? error.message : 'for no known reason'}`,
      );
      return {
        kind: 'failed',
        what: `The page can’t be served at port ${port}.`,
        advice: 'Another program may use it: choose another port.',
      };
    }
  }
}
