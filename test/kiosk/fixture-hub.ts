import { once } from 'node:events';
import { createReadStream, existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import type { Duplex } from 'node:stream';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { CameraId } from '../../services/contract/identifiers.ts';
import { liveChunkBytes, liveConfigText } from '../../services/contract/live.ts';
import { fixtureApi } from './fixture-api.ts';
import { serveFixtureClip } from './fixture-clip.ts';
import type { FixtureHouse } from './fixture-house.ts';
import { boxAt, face, scene } from './scenes.ts';

const frameMs = 200;
const steps = 24;
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

interface Viewer {
  readonly id: string;
  readonly as: string;
}

/** Stricter than the hub's own policy, so that the page never comes to need more than it allows. */
const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'";

/** A hub for the kiosk's tests: the built page, a real tRPC WebSocket, live JPEGs and snapshots, over a canned house. */
export class FixtureHub {
  readonly house: FixtureHouse;
  readonly #page: string;
  #server: Server | null = null;
  #sockets: WebSocketServer | null = null;
  #port = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #viewers = new Map<WebSocket, Viewer>();
  readonly #frames = new Map<string, readonly Uint8Array[]>();
  #step = 0;

  constructor(page: string, house: FixtureHouse) {
    this.#page = page;
    this.house = house;
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}/`;
  }

  get viewers(): number {
    return this.#viewers.size;
  }

  /** Who looks at what, as `camera showing`. */
  get looks(): readonly string[] {
    return [...this.#viewers.values()].map(({ id, as }) => `${id} ${as}`).sort();
  }

  /** Serves; after a stop on the same port as before. */
  async start(): Promise<void> {
    for (const { id } of this.house.health.cameras) await this.#draw(id);
    const server = createServer((request, response) => void this.#serve(request, response));
    const sockets = new WebSocketServer({ noServer: true });
    const api = new WebSocketServer({ noServer: true });
    applyWSSHandler({ wss: api, router: fixtureApi, createContext: () => ({ house: this.house }) });
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const path = request.url ?? '';
      if (path.startsWith('/api'))
        api.handleUpgrade(request, socket, head, (ws) => api.emit('connection', ws, request));
      else
        sockets.handleUpgrade(request, socket, head, (ws) => {
          this.#watch(ws, new URL(path, this.address));
        });
    });
    server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address !== null && typeof address !== 'string') this.#port = address.port;
    this.#server = server;
    this.#sockets = api;
    this.#timer = setInterval(() => {
      this.#tick();
    }, frameMs);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    for (const viewer of this.#viewers.keys()) viewer.terminate();
    for (const client of this.#sockets?.clients ?? []) client.terminate();
    this.#server?.closeAllConnections();
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    server.close();
    await once(server, 'close');
  }

  async #draw(id: string): Promise<void> {
    if (this.#frames.has(id)) return;
    const frames: Uint8Array[] = [];
    const walks = id === 'front_door' || id === 'garden';
    for (let step = 0; step < (walks ? steps : 1); step += 1)
      frames.push(await scene({ place: this.house.placeOf(id), step: walks ? step / (steps - 1) : null }));
    this.#frames.set(id, frames);
  }

  /** Its cameras send JPEGs; of one that the house says so, the codec is another. */
  #watch(ws: WebSocket, { pathname, searchParams }: URL): void {
    const id = pathname.slice('/live/'.length);
    const as = searchParams.get('as') ?? '';
    const stream = searchParams.get('stream') === 'sub' ? 'sub' : 'main';
    const codec = as === 'video' ? (this.house.codecs.get(`${id} ${stream}`) ?? 'jpeg') : 'jpeg';
    this.#viewers.set(ws, { id, as });
    if (as !== 'stills') {
      const config = { codec, width: 1280, height: 720, description: new Uint8Array() };
      ws.send(liveConfigText(config, { stream, transcoded: as === 'transcoded' }));
    }
    ws.on('close', () => this.#viewers.delete(ws));
  }

  #tick(): void {
    this.#step = (this.#step + 1) % (2 * steps - 2);
    const step = this.#step < steps ? this.#step : 2 * steps - 2 - this.#step;
    for (const [ws, { id, as }] of this.#viewers) {
      if (as === 'stills' && this.#step % 5 !== 0) continue;
      const frames = this.#frames.get(id);
      const frame = frames?.[step % frames.length];
      if (frame !== undefined && !this.house.frozen.has(id) && this.#isLive(id))
        ws.send(liveChunkBytes({ key: true, timestampUs: Date.now() * 1000, data: frame }));
    }
    this.#track('front_door', 'ev-stranger', step / (steps - 1));
    this.#track('garden', 'ev-anna', step / (steps - 1));
  }

  #isLive(id: string): boolean {
    return this.house.health.cameras.some((camera) => camera.id === id && camera.state.kind === 'live');
  }

  #track(id: string, eventId: string, step: number): void {
    const event = this.house.events.find((each) => each.id === eventId);
    if (event === undefined || event.label === 'camera_offline' || event.label === 'nothing') return;
    const { label, score, identity } = event;
    const track = { eventId: event.id, label, score, identity, box: boxAt(step) };
    this.house.tracksSeen.send({
      cameraId: CameraId.parse(id),
      atMs: Date.now(),
      tracks: [track],
      motion: [],
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('Content-Security-Policy', policy);
    const { pathname } = new URL(request.url ?? '/', this.address);
    const picture = await this.#picture(pathname);
    if (picture !== null) {
      response.setHeader('Content-Type', 'image/jpeg').end(picture);
      return;
    }
    const clip = /^\/clips\/(.+)\.mp4$/.exec(pathname)?.[1];
    const codec = this.house.clips.find(({ id }) => id === clip)?.codec;
    if (codec !== undefined) {
      // No browser that the tests know plays anything else.
      if (codec.startsWith('avc1')) serveFixtureClip(request, response);
      else response.setHeader('Content-Type', 'video/mp4').end('no film');
      return;
    }
    const person = /^\/people\/(.+)\.zip$/.exec(pathname)?.[1];
    if (person !== undefined && this.house.people.some(({ id }) => id === person)) {
      response.setHeader('Content-Type', 'application/zip').end('PK');
      return;
    }
    const file = join(this.#page, pathname === '/' ? 'index.html' : pathname);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  }

  async #picture(path: string): Promise<Uint8Array | null> {
    const index = /^\/faces\/face-(\d+)\.jpg$/.exec(path)?.[1];
    if (index !== undefined) return face(Number(index));
    const group = /^\/groups\/group-(\d+)\.jpg$/.exec(path)?.[1];
    if (group !== undefined) return face(Number(group));
    if (/^\/snapshots\/.*-face\.jpg$/.test(path))
      return face(path.includes('anna') ? 4 : path.includes('bernd') ? 1 : path.includes('post') ? 7 : 3);
    const id = /^\/snapshots\/(.*)\.jpg$/.exec(path)?.[1];
    const event = this.house.events.find((each) => each.id === id);
    if (event === undefined) return null;
    return scene({ place: this.house.placeOf(event.cameraId), step: event.label === 'person' ? 0.5 : null });
  }
}
