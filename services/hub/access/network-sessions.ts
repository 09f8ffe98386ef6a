import { createHash, randomBytes } from 'node:crypto';
import type { MemberId } from '../../contract/access.ts';
import type { NetworkSession } from '../../contract/network.ts';
import type { Store } from '../../store/store.ts';
import { Session } from './session.ts';

const goodForMs = 30 * 24 * 60 * 60_000;
/** So exactly is the last use known. */
const usedEveryMs = 60_000;

/** Who is logged in over the network: known by a cookie of 256 random bits that is kept as its hash, for thirty days. */
export class NetworkSessions {
  readonly #table: Store['sessions'];
  readonly #now: () => number;
  readonly #open = new Map<string, Session>();

  /** `now`: milliseconds since 1970. */
  constructor(table: Store['sessions'], now: () => number) {
    this.#table = table;
    this.#now = now;
    for (const { id } of table.list().filter((session) => this.#isOver(session))) table.remove(id);
  }

  list(): readonly NetworkSession[] {
    return this.#table.list().filter((session) => !this.#isOver(session));
  }

  /** Returns what the browser is known by from now on. */
  begin(memberId: MemberId, device: string): string {
    const cookie = randomBytes(32).toString('base64url');
    const nowMs = this.#now();
    this.#table.put({ id: idOf(cookie), memberId, device, beganAtMs: nowMs, usedAtMs: nowMs });
    return cookie;
  }

  /** Null: whoever has this cookie has to log in. */
  find(cookie: string): Session | null {
    const kept = this.#table.get(idOf(cookie));
    if (kept === null) return null;
    if (this.#isOver(kept)) {
      this.end(kept.id);
      return null;
    }
    const nowMs = this.#now();
    if (Math.abs(nowMs - kept.usedAtMs) > usedEveryMs) this.#table.put({ ...kept, usedAtMs: nowMs });
    const session = this.#open.get(kept.id) ?? new Session(kept.id, kept.memberId);
    this.#open.set(kept.id, session);
    return session;
  }

  /** What goes on under it is cut off at once. */
  end(id: string): void {
    this.#table.remove(id);
    this.#open.get(id)?.end();
    this.#open.delete(id);
  }

  endAll(which: (session: NetworkSession) => boolean = () => true): void {
    for (const session of this.#table.list()) if (which(session)) this.end(session.id);
  }

  #isOver({ beganAtMs }: NetworkSession): boolean {
    return this.#now() - beganAtMs > goodForMs;
  }
}

function idOf(cookie: string): string {
  return createHash('sha256').update(cookie).digest('hex');
}
