import type { AddressInfo } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Permission } from '../../contract/access.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { Door } from '../door.ts';
import type { RequestOrigin } from '../request-guard.ts';
import { callerOf, setCaller } from './caller.ts';
import type { Entrance } from './entrance.ts';
import { loginPage } from './login-page.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What somebody must be allowed who asks at this address. One that does not say it is an owner's. */
    readonly needs?: Permission | 'nothing';
    /** Whoever has not logged in asks here for that. */
    readonly isLogin?: boolean;
  }
}

export interface RequestDoor {
  readonly door: Door;
  readonly entrance: Entrance;
}

/** Before anything answers: whether the request is for us, who asks, and whether they may. */
export function guardRequests(server: FastifyInstance, { door, entrance }: RequestDoor): void {
  const cookies = new WeakMap<object, string>();
  server.addHook('onRequest', async (request, reply) => {
    const port = portOf(server);
    void reply.headers(entrance.headers(port));
    const refusal = entrance.refusalOf(originOf(request), port);
    if (refusal !== null) return reply.code(403).type('text/plain').send(refusal);
    if (request.routeOptions.config.isLogin === true) return undefined;
    const recognised = entrance.recognise(request, port);
    if (recognised === null) return askToLogIn(request, reply);
    const { caller, cookie } = recognised;
    setCaller(request.raw, caller);
    if (cookie !== null) {
      void reply.header('Set-Cookie', cookie);
      cookies.set(request.raw, cookie);
    }
    const refused = await pinRefusal(request, door);
    if (refused !== null) return reply.code(401).type('text/plain').send(refused);
    return undefined;
  });
  // What Fastify would answer is not what an upgrade is answered with.
  server.websocketServer.on('headers', (headers, request) => {
    const cookie = cookies.get(request);
    if (cookie !== undefined) headers.push(`Set-Cookie: ${cookie}`);
  });
}

function originOf({ headers }: FastifyRequest): RequestOrigin {
  const { host, origin } = headers;
  const fetchSite = only(headers['sec-fetch-site']);
  const fetchMode = only(headers['sec-fetch-mode']);
  return { host, origin, fetchSite, fetchMode };
}

function askToLogIn({ url, headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  void reply.header('Cache-Control', 'no-store');
  if (new URL(url, 'http://lares').pathname !== '/')
    return reply.code(401).type('text/plain').send('Log in first.');
  return reply.type('text/html').send(loginPage(headers['accept-language'] ?? '', 'none'));
}

/** A locked house knows nobody yet; what it is asked for it refuses itself. */
async function pinRefusal(request: FastifyRequest, door: Door): Promise<string | null> {
  const needs = neededFor(request);
  if (needs === 'nothing') return null;
  await door.settled;
  const access = door.openHub()?.house.access;
  if (access === undefined || access.may(callerOf(request.raw), needs)) return null;
  return new Trouble('pin_needed', { what: 'This needs a PIN.', advice: 'Sign in on the page first.' })
    .sentences;
}

/** The page's own files are nobody's secret. */
function neededFor({ is404, routeOptions }: FastifyRequest): Permission | 'nothing' {
  if (is404 || routeOptions.url === '/*') return 'nothing';
  return routeOptions.config.needs ?? 'manage_access';
}

export function portOf(server: FastifyInstance): number {
  const address: AddressInfo | string | null = server.server.address();
  return address === null || typeof address === 'string' ? 0 : address.port;
}

function only(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.[0];
}
