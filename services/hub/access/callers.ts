import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { tokenParameter } from '../../contract/access.ts';
import type { Caller } from './caller.ts';
import type { CommandLineToken } from './command-line-token.ts';
import { Session } from './session.ts';

/** More browsers than this have no business at one kiosk; the one that was seen longest ago is forgotten. */
const mostSessions = 1000;

export interface Recognised {
  readonly caller: Caller;
  /** What the browser is to be told by from now on; null: as it is. */
  readonly cookie: string | null;
}

/** Tells who asks on this machine: by the token of the command line, or by the cookie of a browser. */
export class Callers {
  readonly #token: CommandLineToken;
  readonly #sessions = new Map<string, Session>();
  /** Whoever has no cookie, as a program: it can't be told from others, and gives no PIN. */
  readonly #nobody = new Session('');

  constructor(token: CommandLineToken) {
    this.#token = token;
  }

  /**
   * `isPage`: a page, or its line to the hub, which gets a cookie where it has none. A picture gets none, or else two of them would race
   * for what the browser is told by.
   */
  of({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>, page: PageRequest): Recognised {
    const token = new URL(url, 'http://lares').searchParams.get(tokenParameter);
    if (token !== null && this.#token.is(token)) return { caller: { kind: 'command line' }, cookie: null };
    const known = this.#sessions.get(idOf(cookieIn(headers.cookie ?? '', page.cookieName)));
    if (known !== undefined) {
      this.#keep(known);
      return { caller: { kind: 'page', session: known }, cookie: null };
    }
    if (!page.isPage) return { caller: { kind: 'page', session: this.#nobody }, cookie: null };
    const cookie = randomBytes(32).toString('base64url');
    const session = new Session(idOf(cookie));
    this.#keep(session);
    const flags = 'Path=/; HttpOnly; SameSite=Strict';
    return { caller: { kind: 'page', session }, cookie: `${page.cookieName}=${cookie}; ${flags}` };
  }

  /** Whoever gave a PIN gives it again. */
  closeAll(): void {
    for (const session of this.#sessions.values()) session.close();
  }

  /** The newest stands last. */
  #keep(session: Session): void {
    this.#sessions.delete(session.id);
    this.#sessions.set(session.id, session);
    const [oldest] = this.#sessions.values();
    if (this.#sessions.size <= mostSessions || oldest === undefined) return;
    this.#sessions.delete(oldest.id);
    oldest.close();
  }
}

export interface PageRequest {
  readonly isPage: boolean;
  /** With the port in it: a browser does not tell the servers of one machine apart. */
  readonly cookieName: string;
}

/** A cookie is kept as its hash only. */
function idOf(cookie: string): string {
  return createHash('sha256').update(cookie).digest('hex');
}

/** The value of the cookie of this name; empty where there is none. */
export function cookieIn(header: string, name: string): string {
  const found = header.split(/;\s*/).find((pair) => pair.startsWith(`${name}=`));
  return found?.slice(name.length + 1) ?? '';
}
