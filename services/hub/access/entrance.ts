import type { FastifyRequest } from 'fastify';
import { refusalOf, type RequestOrigin, securityHeaders } from '../request-guard.ts';
import type { Callers, Recognised } from './callers.ts';

/** One of the ways to the page: from this machine, or over the network. */
export interface Entrance {
  /** Why a request is not for us; null: it is. */
  refusalOf(origin: RequestOrigin, port: number): string | null;
  /** What every answer carries. */
  headers(port: number): Readonly<Record<string, string>>;
  /** Who asks; null: whoever it is has to log in first. */
  recognise(request: FastifyRequest, port: number): Recognised | null;
}

/** From this machine everybody comes in, and is told apart by a cookie. */
export function kioskEntrance(callers: Callers): Entrance {
  return {
    refusalOf,
    headers: securityHeaders,
    recognise: (request, port) =>
      callers.of(request.raw, { isPage: isPage(request), cookieName: `lares-${port}` }),
  };
}

/** The page itself, and the line that it opens to the hub before anything else. */
function isPage({ url, headers }: FastifyRequest): boolean {
  const { pathname } = new URL(url, 'http://lares');
  return pathname === '/' || (pathname === '/api' && headers.upgrade !== undefined);
}
