import type { Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import fastifyWebsocket from '@fastify/websocket';
import { getWSConnectionHandler } from '@trpc/server/adapters/ws';
import fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { CameraId } from '../contract/identifiers.ts';
import { LiveWish } from '../contract/live.ts';
import type { Log } from '../contract/log.ts';
import { Trouble } from '../contract/trouble.ts';
import { callerOf } from './access/caller.ts';
import type { Callers } from './access/callers.ts';
import { type Entrance, kioskEntrance } from './access/entrance.ts';
import { guardRequests, portOf } from './access/request-door.ts';
import { api } from './api.ts';
import { serveArchives } from './people/archives.ts';
import { shownTrouble } from './api/procedure.ts';
import type { Door } from './door.ts';
import { watchedOf } from './live/live-wish.ts';
import { isLoggedDoor } from './logged-trouble.ts';
import { serveCases } from './memory/case-download.ts';
import { servePage } from './page.ts';
import { servePictures } from './pictures.ts';
import { serveClips } from './playback/clip-files.ts';
import { WrongPassphrases } from './wrong-passphrases.ts';
import { servesLares } from './serving.ts';

/** A photo of 20 MiB as base64, and something around it. */
const largestMessageBytes = 32 * 1024 * 1024;

/** By then whoever locked the house has heard that it is. */
const answeredWithinMs = 200;

const options: FastifyServerOptions = {
  forceCloseConnections: true,
  bodyLimit: 1024,
  // Paths that are none never reach the guard; the answer repeats nothing of them.
  frameworkErrors: (_error, _request, reply) => {
    reply.raw.writeHead(400, { 'content-type': 'text/plain' }).end('This is no address of Lares.');
  },
};

export interface ServerParts {
  readonly door: Door;
  readonly callers: Callers;
  readonly log: Log;
  /** 0: any free port. */
  readonly port: number;
  /** Where the built kiosk page is; by default dist/renderer. */
  readonly page?: string;
}

export interface HubServer {
  /** With a slash at the end. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Serves page, pictures and API on the loopback address only. Throws Trouble `unavailable` when the port is taken. */
export async function serve(parts: ServerParts): Promise<HubServer> {
  const { callers, door } = parts;
  const server = await houseServer({ ...parts, entrance: kioskEntrance(callers) });
  door.left.listen(() => {
    callers.closeAll();
  });
  await listen(server, parts.port);
  return { address: `http://127.0.0.1:${portOf(server)}/`, stop: () => server.close() };
}

export interface HouseServerParts extends Pick<ServerParts, 'door' | 'log' | 'page'> {
  readonly entrance: Entrance;
  /** Key and certificate as PEM; without it what is served is not encrypted. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** All that the house serves, not listening yet. */
export async function houseServer(parts: HouseServerParts): Promise<FastifyInstance> {
  const { tls } = parts;
  const server =
    tls === undefined
      ? fastify(options)
      : fastify<Server>({ ...options, serverFactory: (handler) => createTlsServer({ ...tls }, handler) });
  await server.register(fastifyWebsocket, {
    options: { maxPayload: largestMessageBytes },
    preClose: (done) => {
      for (const client of server.websocketServer.clients) client.terminate();
      server.websocketServer.close(() => {
        done();
      });
    },
    errorHandler: (_error, socket) => {
      socket.terminate();
    },
  });
  // After the plugin's own hooks, so that the plugin closes the connection of an upgrade that is refused.
  guardRequests(server, parts);
  serveApi(server, parts);
  sendAwayWhenLocked(server, parts.door);
  serveLive(server, parts.door);
  // The window of the kiosk asks whether it may be closed.
  server.get('/leave', { config: { needs: 'leave_kiosk' } }, (_request, reply) => reply.code(204).send());
  servePictures(server, parts.door);
  serveClips(server, parts.door);
  serveArchives(server, parts.door);
  serveCases(server, parts.door);
  await servePage(server, parts.page);
  server.setErrorHandler(async (error, _request, reply) => {
    parts.log.error(`A request failed: ${error instanceof Error ? error.message : 'for no known reason'}`);
    return reply.code(500).type('text/plain').send('Lares made a mistake of its own. Its log says more.');
  });
  return server;
}

function serveApi(server: FastifyInstance, { door, log }: HouseServerParts): void {
  const wrongPassphrases = new WrongPassphrases();
  const connect = getWSConnectionHandler({
    wss: server.websocketServer,
    router: api,
    keepAlive: { enabled: true, pingMs: 30_000, pongWaitMs: 10_000 },
    createContext: async ({ req }) => {
      await door.settled;
      return { door, caller: callerOf(req), wrongPassphrases };
    },
    onError: ({ error, path }) => {
      if (isLoggedDoor(path) && shownTrouble(error).code !== 'fault') {
        const { what, advice } = shownTrouble(error);
        log.warn(`Not taken at ${path ?? 'the API'}: ${what} ${advice}`);
      } else if (error.code === 'INTERNAL_SERVER_ERROR' && !(error.cause instanceof Trouble))
        log.error(`A fault in ${path ?? 'the API'}: ${error.cause?.stack ?? error.message}`);
    },
  });
  server.get('/api', { websocket: true, config: { needs: 'nothing' } }, (socket, request) => {
    connect(socket, request.raw);
  });
}

/** Whoever looked into the house asks anew, and is told that it is locked. The answer to whoever locked it goes out first. */
function sendAwayWhenLocked(server: FastifyInstance, door: Door): void {
  const end = door.left.listen(() => {
    const clients = [...server.websocketServer.clients];
    setTimeout(() => {
      for (const client of clients) client.terminate();
    }, answeredWithinMs).unref();
  });
  server.addHook('onClose', (_server, done) => {
    end();
    done();
  });
}

function serveLive(server: FastifyInstance, door: Door): void {
  server.get<{ Params: { camera: string } }>(
    '/live/:camera',
    { websocket: true, config: { needs: 'view_live' } },
    async (socket, request) => {
      await door.settled;
      const id = CameraId.safeParse(request.params.camera).data;
      const hub = door.openHub();
      if (socket.readyState !== socket.OPEN) return;
      if (hub === null) {
        socket.close(1013, 'Lares is locked.');
        return;
      }
      const { access, cameras, live } = hub.house;
      const caller = callerOf(request.raw);
      const camera = cameras.list().find((each) => each.id === id && access.seesCamera(caller, each.id));
      if (camera === undefined) {
        socket.close(1008, 'There is no such camera.');
        return;
      }
      const end = access.watch(caller, () => {
        if (!access.may(caller, 'view_live') || !access.seesCamera(caller, camera.id)) socket.terminate();
      });
      socket.once('close', end);
      live.watch(watchedOf(camera, LiveWish.parse(request.query)), socket);
    },
  );
}

async function listen(server: FastifyInstance, port: number): Promise<void> {
  try {
    await server.listen({ host: '127.0.0.1', port });
  } catch (error) {
    await server.close();
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!taken) throw error;
    throw await portTaken(port);
  }
}

async function portTaken(port: number): Promise<Trouble> {
  const address = `http://127.0.0.1:${port}/`;
  if (await servesLares(address))
    return new Trouble('unavailable', {
      what: `Lares is already running at ${address}.`,
      advice: 'Open that page.',
    });
  return new Trouble('unavailable', {
    what: `Another program uses port ${port}.`,
    advice: 'End it, or set LARES_PORT to another port.',
  });
}
