import { randomBytes } from 'node:crypto';
import type { AuditWho } from '../../contract/audit.ts';

const goodForMs = 60_000;
/** More are not asked for in a minute by hand. */
const mostTickets = 100;

interface Ticket {
  readonly path: string;
  readonly who: AuditWho;
  readonly untilMs: number;
}

/** A file is saved by its address, which a browser fetches without a word. A ticket is the word: for one file, once, for a minute. */
export class Tickets {
  readonly #now: () => number;
  readonly #tickets = new Map<string, Ticket>();

  /** `now`: milliseconds of any clock. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** For the file at this path. */
  issue(path: string, who: AuditWho): string {
    const [oldest] = this.#tickets.keys();
    if (this.#tickets.size >= mostTickets && oldest !== undefined) this.#tickets.delete(oldest);
    const id = randomBytes(32).toString('base64url');
    this.#tickets.set(id, { path, who, untilMs: this.#now() + goodForMs });
    return id;
  }

  /** Who asked for it; null when it is none, is spent or too old, or of another file. It is spent by this. */
  take(id: string, path: string): AuditWho | null {
    const ticket = this.#tickets.get(id);
    this.#tickets.delete(id);
    return ticket?.path === path && ticket.untilMs > this.#now() ? ticket.who : null;
  }
}
