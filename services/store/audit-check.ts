import type { AuditCheck, AuditFlaw } from '../contract/audit.ts';
import {
  type AuditHead,
  type AuditLast,
  type AuditLink,
  type AuditMarks,
  firstMark,
  isSame,
} from './audit-mark.ts';

export interface AuditChain {
  /** By number. */
  readonly links: readonly AuditLink[];
  /** Null when it is gone. */
  readonly head: AuditHead | null;
}

/**
 * Finds what is not as it was written. A mark that does not fit makes its own entry a flaw, and the next one is judged by the mark that
 * stands there: so each flaw names its own entry. After a gap the first entry can't be judged.
 */
export function checkAudit({ links, head }: AuditChain, marks: AuditMarks): AuditCheck {
  const flaws: AuditFlaw[] = [];
  let before: AuditLast = { number: 0, mark: firstMark };
  for (const link of links) {
    const { number, mark } = link;
    if (number <= 0) {
      flaws.push({ kind: 'changed', number, last: number });
      continue;
    }
    if (number > before.number + 1)
      flaws.push({ kind: 'missing', number: before.number + 1, last: number - 1 });
    else if (!isSame(mark, marks.of(link, before.mark)))
      flaws.push({ kind: 'changed', number, last: number });
    before = link;
  }
  const isKnown = flaws.some(({ number }) => number === before.number);
  const end = endFlaws(before, head, marks).filter(({ kind }) => kind !== 'changed' || !isKnown);
  return { entries: links.length, flaws: [...flaws, ...end] };
}

function endFlaws(newest: AuditLast, head: AuditHead | null, marks: AuditMarks): AuditFlaw[] {
  const at = { number: newest.number, last: newest.number };
  if (head === null || !isSame(head.seal, marks.seal(head.number, head.mark)))
    return [{ kind: 'unsealed', ...at }];
  if (head.number > newest.number) return [{ kind: 'cut_off', number: newest.number + 1, last: head.number }];
  if (head.number < newest.number) return [{ kind: 'added', number: head.number + 1, last: newest.number }];
  return isSame(head.mark, newest.mark) ? [] : [{ kind: 'changed', ...at }];
}
