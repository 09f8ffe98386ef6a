import { createHmac, timingSafeEqual } from 'node:crypto';

/** An entry as it is kept. `person`: a keyed hash of an id, or empty. */
export interface AuditRecord {
  readonly number: number;
  readonly atMs: number;
  readonly who: string;
  readonly deed: string;
  readonly about: string;
  readonly person: string;
}

/** Where the chain goes on. */
export interface AuditLast {
  readonly number: number;
  /** 32 bytes. */
  readonly mark: Uint8Array;
}

export interface AuditLink extends AuditRecord, AuditLast {}

/** What was sealed as the newest. */
export interface AuditHead extends AuditLast {
  readonly seal: Uint8Array;
}

/** The mark before the first entry. */
export const firstMark: Uint8Array = new Uint8Array(32);

/**
 * The marks that chain the audit: HMAC-SHA-256 (RFC 2104) under a key of its own, over the mark before and the entry as one JSON
 * array, which can be read in one way only.
 */
export class AuditMarks {
  readonly #key: Uint8Array;

  /** `key`: 32 bytes. */
  constructor(key: Uint8Array) {
    this.#key = key;
  }

  of({ number, atMs, who, deed, about, person }: AuditRecord, before: Uint8Array): Uint8Array {
    const content = JSON.stringify([number, atMs, who, deed, about, person]);
    return this.#hmac('entry', before, content);
  }

  /** Of the newest entry: nobody without the key can make an older one the newest. */
  seal(number: number, mark: Uint8Array): Uint8Array {
    return this.#hmac('head', mark, `${number}`);
  }

  /** What stands for a person: with the person goes the only thing that it can be told from. */
  person(id: string): string {
    return Buffer.from(this.#hmac('person', firstMark, id)).toString('hex', 0, 16);
  }

  /** Leaves no key in memory. Nothing may be asked afterwards. */
  close(): void {
    this.#key.fill(0);
  }

  #hmac(purpose: string, mark: Uint8Array, content: string): Uint8Array {
    return createHmac('sha256', this.#key).update(`${purpose}\n`).update(mark).update(content).digest();
  }
}

export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
