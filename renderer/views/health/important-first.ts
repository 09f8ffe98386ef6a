import type { Notice } from '../../../services/contract/health.ts';

const order: Readonly<Record<Notice['severity'], number>> = { error: 0, warning: 1, info: 2 };

/** Errors before warnings before hints, the newest of each first. */
export function importantFirst(notices: readonly Notice[]): readonly Notice[] {
  return notices.toSorted((a, b) => order[a.severity] - order[b.severity] || b.sinceMs - a.sinceMs);
}
