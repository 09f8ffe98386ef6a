import { randomBytes } from 'node:crypto';
import type { CaseManifest } from '../../contract/case.ts';
import type { CaseTicket, CaseWish } from '../../contract/memory.ts';
import { type CaseKey, newCaseKey } from '../../store/case/case-key.ts';
import { sealCase } from '../../store/case/case-writer.ts';
import type { Store } from '../../store/store.ts';
import type { Cameras } from '../cameras.ts';
import { caseContents } from './case-content.ts';
import { type CasePlan, planCase } from './case-plan.ts';

const goodForMs = 60_000;
/** Nobody asks for more in a minute by hand. */
const mostTickets = 20;

/** A case file that is to be fetched. */
export interface CaseOrder {
  readonly name: string;
  readonly expectedBytes: number;
  /** Made while it is read; nothing of it is stored. */
  readonly bytes: () => AsyncGenerator<Uint8Array, void>;
}

interface Waiting {
  readonly key: CaseKey;
  readonly order: CaseOrder;
  readonly timer: NodeJS.Timeout;
}

interface Parts {
  readonly store: Store;
  readonly cameras: Pick<Cameras, 'list'>;
  /** The version of this Lares. */
  readonly lares: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Takes orders for case files; each is fetched once, within a minute, and then its key is forgotten. */
export class CaseDesk {
  readonly #parts: Parts;
  readonly #waiting = new Map<string, Waiting>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** `note`: writes into the audit that it is given away, which is the entry that the manifest names. Throws Trouble as `planCase`. */
  async order({ of, passphrase }: CaseWish, note: () => void): Promise<CaseTicket> {
    const { store, lares, now } = this.#parts;
    const plan = await planCase(store, of);
    const key = await newCaseKey(passphrase, lares);
    note();
    const madeAtMs = now();
    const order = this.#orderOf(plan, key, madeAtMs);
    const ticket = randomBytes(32).toString('base64url');
    const timer = setTimeout(() => {
      this.#forget(ticket);
    }, goodForMs).unref();
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size >= mostTickets && oldest !== undefined) this.#forget(oldest);
    this.#waiting.set(ticket, { key, order, timer });
    const { name, expectedBytes } = order;
    return { path: `/cases/${ticket}`, name, expectedBytes, counts: plan.counts };
  }

  /** Null when there is no such order, or it was fetched already. */
  take(ticket: string): CaseOrder | null {
    const waiting = this.#waiting.get(ticket);
    if (waiting === undefined) return null;
    clearTimeout(waiting.timer);
    this.#waiting.delete(ticket);
    return waiting.order;
  }

  /** May be called again. */
  stop(): void {
    for (const ticket of [...this.#waiting.keys()]) this.#forget(ticket);
  }

  #orderOf(plan: CasePlan, key: CaseKey, madeAtMs: number): CaseOrder {
    const { store, lares } = this.#parts;
    const about = { plan, store, lares, madeAtMs, cameras: this.#cameraNames(), audit: auditEnd(store) };
    const time = new Date(madeAtMs).toISOString().slice(0, 19).replaceAll(':', '-');
    return {
      name: `lares-${time}.case`,
      expectedBytes: plan.expectedBytes,
      bytes: () => sealCase(key, caseContents(about)),
    };
  }

  #cameraNames(): CaseManifest['cameras'] {
    return Object.fromEntries(this.#parts.cameras.list().map(({ id, name }) => [id, name]));
  }

  #forget(ticket: string): void {
    const waiting = this.#waiting.get(ticket);
    if (waiting === undefined) return;
    clearTimeout(waiting.timer);
    this.#waiting.delete(ticket);
    waiting.key.key.fill(0);
  }
}

function auditEnd({ audit }: Pick<Store, 'audit'>): CaseManifest['audit'] {
  const { number, mark } = audit.last();
  return { number, mark: Buffer.from(mark).toString('hex') };
}
