import { z } from 'zod';
import { Role } from './access.ts';

/**
 * Who did it: by the way that it came, and where somebody signed in also as what and as which member: `kiosk owner 5f0c2a`. `lares`: Lares
 * itself.
 */
export const AuditWho = z.union([
  z.enum(['kiosk', 'network', 'voice', 'command line', 'rule', 'lares']),
  z.templateLiteral([z.enum(['kiosk', 'network']), ' ', Role, ' ', z.string()]),
]);
export type AuditWho = z.infer<typeof AuditWho>;

/**
 * What is worth a line: whatever takes something out of the house, lets somebody in, or changes who is known and what is kept.
 * Looking at the page is not: it is on the wall all day, and a line for each of its pictures would bury the rest.
 */
export const AuditDeed = z.enum([
  'started',
  'stopped',
  /** The passphrase was right, or wrong. */
  'opened',
  /** The house was closed while Lares goes on. */
  'locked',
  'wrong_passphrase',
  /** A PIN was right, or wrong; `about` is whose. */
  'signed_in',
  'wrong_pin',
  /** A clip was played. */
  'viewed',
  'exported',
  'enrolled',
  'renamed',
  'merged',
  'erased',
  /** An erasure or a correction was taken back. */
  'kept',
  /** Something was not what Lares took it for. */
  'corrected',
  /** A lock was unlocked, or an entrance opened. */
  'unlocked',
  'armed',
  'disarmed',
  'changed_settings',
  'changed_key',
  'backed_up',
  'restored',
]);
export type AuditDeed = z.infer<typeof AuditDeed>;

/** One line of the audit. */
export interface AuditEntry {
  /** 1, 2, 3 … */
  readonly number: number;
  readonly atMs: number;
  readonly who: AuditWho;
  readonly deed: AuditDeed;
  /** What it was done to: an id, or the section of the settings; never a value, a name or a word. Empty where the deed says all. */
  readonly about: string;
  /** Whom it was done to, as they are called now. Null: nobody, or somebody who was erased. */
  readonly person: string | null;
  /** Whether it was done to somebody who is not there any more. */
  readonly isErased: boolean;
}

/** What is wrong with the audit. `number` is the entry that it begins with. */
export interface AuditFlaw {
  readonly number: number;
  readonly kind:
    | 'changed'
    /** Entries from `number` to `last` are gone. */
    | 'missing'
    /** Entries from `number` to `last` at the end are gone. */
    | 'cut_off'
    /** An entry after the one that was sealed as the newest. */
    | 'added'
    /** The seal of the newest entry is gone or wrong. */
    | 'unsealed';
  readonly last: number;
}

export interface AuditCheck {
  readonly entries: number;
  readonly flaws: readonly AuditFlaw[];
}

export const NewestAudit = z.strictObject({
  limit: z.number().int().min(1).max(1000).default(100),
  /** Only entries before this one, for paging. */
  before: z.number().int().optional(),
  /** Only these. */
  deeds: z.array(AuditDeed).min(1).max(50).optional(),
  /** Only what was done from then until then, milliseconds since 1970. */
  fromMs: z.number().optional(),
  toMs: z.number().optional(),
});
export type NewestAudit = z.infer<typeof NewestAudit>;
/** Which entries are wanted. */
export type AuditFilter = Pick<NewestAudit, 'deeds' | 'fromMs' | 'toMs'>;
