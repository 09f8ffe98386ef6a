/** The headers that tell where a request comes from, as Node gives them. */
export interface RequestOrigin {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly fetchMode: string | undefined;
}

/**
 * Why a request is refused, or null. Loopback alone is no wall: any web page that the owner visits may send requests here,
 * by a name of its own that resolves to 127.0.0.1 (DNS rebinding: `Host` betrays it) or straight to our address
 * (cross-site: `Origin` or `Sec-Fetch-Site` betrays it). Programs of this machine send neither of the two and are let in.
 */
export function refusalOf(request: RequestOrigin, port: number): string | null {
  return refusalAt(request, { scheme: 'http', hosts: [`127.0.0.1:${port}`, `localhost:${port}`] });
}

export interface OwnAddress {
  readonly scheme: 'http' | 'https';
  /** With their ports. */
  readonly hosts: readonly string[];
}

/** The same, under other addresses. */
export function refusalAt(request: RequestOrigin, { scheme, hosts }: OwnAddress): string | null {
  const host = request.host?.toLowerCase() ?? '';
  if (!hosts.includes(host)) return 'Lares answers only under its own address.';
  if (request.origin !== undefined && request.origin.toLowerCase() !== `${scheme}://${host}`)
    return 'Lares answers only its own page.';
  const foreign = request.fetchSite === 'cross-site' || request.fetchSite === 'same-site';
  // Following a link to the page is harmless: the other site can't read what is shown.
  if (foreign && request.fetchMode !== 'navigate') return 'Lares answers only its own page.';
  return null;
}

/** What every answer carries: the page runs its own code only, talks to the hub only, and is framed by nobody. */
export function securityHeaders(port: number): Readonly<Record<string, string>> {
  const sockets = ['127.0.0.1', 'localhost'].map((host) => `ws://${host}:${port}`).join(' ');
  return headersWith({ sockets, forms: "'none'", referrer: 'no-referrer' });
}

/** In the network somebody logs in by a form. */
export function networkHeaders({ hosts }: OwnAddress): Readonly<Record<string, string>> {
  // Without a referrer a form would be sent without its origin too.
  const sockets = hosts.map((host) => `wss://${host}`).join(' ');
  return headersWith({ sockets, forms: "'self'", referrer: 'same-origin' });
}

function headersWith(allowed: {
  sockets: string;
  forms: string;
  referrer: string;
}): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': [
      "default-src 'self'",
      "img-src 'self' blob: data:",
      // The browser's player takes clips from the hub, and live video from an address that the page makes itself.
      "media-src 'self' blob:",
      // Radix sets positions by style attributes and one style element.
      "style-src 'self' 'unsafe-inline'",
      `connect-src 'self' ${allowed.sockets}`,
      "object-src 'none'",
      "base-uri 'none'",
      `form-action ${allowed.forms}`,
      "frame-ancestors 'none'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': allowed.referrer,
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
}
