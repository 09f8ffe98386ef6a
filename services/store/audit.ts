import { z } from 'zod';
import {
  type AuditCheck,
  AuditDeed,
  type AuditEntry,
  type AuditFilter,
  AuditWho,
} from '../contract/audit.ts';
import type { PersonId } from '../contract/identifiers.ts';
import { type AuditHead, type AuditLast, AuditMarks, firstMark, isSame } from './audit-mark.ts';
import { checkAudit } from './audit-check.ts';
import type { Database } from './database.ts';

export interface AuditNote {
  readonly who: AuditWho;
  readonly deed: AuditDeed;
  readonly about?: string | undefined;
  readonly personId?: PersonId | undefined;
  /** When it was, if not now. */
  readonly atMs?: number;
}

export interface AuditTableParts {
  readonly database: Database;
  /** For this purpose alone, 32 bytes. */
  readonly key: Uint8Array;
  readonly now: () => number;
}

/**
 * Who did what, in a chain: each entry has a keyed mark over itself and the mark before it, and the newest is sealed. It is only ever
 * added to. It has no name in it: a person is a keyed hash, which nothing leads back to once they are erased.
 */
export class AuditTable {
  readonly #database: Database;
  readonly #marks: AuditMarks;
  readonly #now: () => number;

  constructor({ database, key, now }: AuditTableParts) {
    this.#database = database;
    this.#marks = new AuditMarks(key);
    this.#now = now;
  }

  /** Seals the audit while it is empty, once in a house's life: from then on a missing seal is a flaw. */
  begin(): void {
    const seal = this.#marks.seal(0, firstMark);
    this.#database.run(firstSealSql, { number: 0, mark: firstMark, seal });
  }

  note({ who, deed, about = '', personId, atMs = this.#now() }: AuditNote): void {
    const person = personId === undefined ? '' : this.#marks.person(personId);
    this.#database.transaction(() => {
      const end = this.#end();
      const entry = { number: end.number + 1, atMs, who, deed, about, person };
      const mark = this.#marks.of(entry, end.mark);
      this.#database.run(putSql, { ...entry, mark });
      const head = { number: entry.number, mark, seal: this.#marks.seal(entry.number, mark) };
      if (this.#database.run(sealSql, head) === 0) this.#database.run(firstSealSql, head);
    });
  }

  /** Newest first. */
  newest(limit: number, before = Number.MAX_SAFE_INTEGER, filter: AuditFilter = {}): AuditEntry[] {
    const { deeds, fromMs = 0, toMs = Number.MAX_SAFE_INTEGER } = filter;
    const wanted = { limit, before, fromMs, toMs, deeds: deeds === undefined ? '' : `,${deeds.join()},` };
    const people = this.#database.all(PersonRow, 'SELECT id, name FROM people');
    const names = new Map(people.map(({ id, name }) => [this.#marks.person(id), name]));
    return this.#database.all(ShownRow, newestSql, wanted).map((entry) => ({
      ...entry,
      person: names.get(entry.person) ?? null,
      isErased: entry.person !== '' && !names.has(entry.person),
    }));
  }

  /** The newest entry's number and mark, which every entry before it is in. */
  last(): AuditLast {
    return this.#database.get(LastRow, newestLinkSql) ?? { number: 0, mark: firstMark };
  }

  /** Whether every entry is as it was written, in its place, and none is gone. */
  check(): AuditCheck {
    const links = this.#database.all(LinkRow, `SELECT ${columns}, mark FROM audit ORDER BY number`);
    return checkAudit({ links, head: this.#head() }, this.#marks);
  }

  /** Leaves no key in memory. Nothing may be asked afterwards. */
  close(): void {
    this.#marks.close();
  }

  /** What the next entry goes on from. Where the end is not as it was sealed a number is left out, so that no new seal hides it. */
  #end(): AuditLast {
    const newest = this.last();
    const head = this.#head();
    if (head === null || !isSame(head.seal, this.#marks.seal(head.number, head.mark)))
      return { number: Math.max(newest.number, head?.number ?? 0) + 1, mark: newest.mark };
    if (head.number > newest.number) return head;
    const isSound = head.number === newest.number && isSame(head.mark, newest.mark);
    return isSound ? newest : { number: newest.number + 1, mark: newest.mark };
  }

  #head(): AuditHead | null {
    return this.#database.get(HeadRow, 'SELECT number, mark, seal FROM audit_head');
  }
}

const columns = 'number, at_ms AS atMs, who, deed, about, person';
const putSql = `
  INSERT INTO audit (number, at_ms, who, deed, about, person, mark)
  VALUES (@number, @atMs, @who, @deed, @about, @person, @mark)`;
const sealSql = 'UPDATE audit_head SET number = @number, mark = @mark, seal = @seal';
const firstSealSql = 'INSERT INTO audit_head (number, mark, seal) VALUES (@number, @mark, @seal)';
const newestLinkSql = 'SELECT number, mark FROM audit ORDER BY number DESC LIMIT 1';
const newestSql = `
  SELECT ${columns} FROM audit
  WHERE number < @before AND at_ms >= @fromMs AND at_ms < @toMs
    AND (@deeds = '' OR instr(@deeds, ',' || deed || ',') > 0)
  ORDER BY number DESC LIMIT @limit`;

const PersonRow = z.object({ id: z.string(), name: z.string() });
const entryColumns = { number: z.number(), atMs: z.number(), about: z.string(), person: z.string() };
const ShownRow = z.object({ ...entryColumns, who: AuditWho, deed: AuditDeed });
const LinkRow = z.object({
  ...entryColumns,
  who: z.string(),
  deed: z.string(),
  mark: z.instanceof(Uint8Array),
});
const LastRow = z.object({ number: z.number(), mark: z.instanceof(Uint8Array) });
const HeadRow = LastRow.extend({ seal: z.instanceof(Uint8Array) });
