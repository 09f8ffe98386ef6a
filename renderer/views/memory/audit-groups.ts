import type { AuditDeed } from '../../../services/contract/audit.ts';

/** What somebody may look for in the audit. */
export const auditGroups = ['all', 'entry', 'seen', 'people', 'changed', 'house'] as const;
export type AuditGroup = (typeof auditGroups)[number];

const groups: Readonly<Record<AuditDeed, Exclude<AuditGroup, 'all'>>> = {
  opened: 'entry',
  locked: 'entry',
  wrong_passphrase: 'entry',
  signed_in: 'entry',
  wrong_pin: 'entry',
  unlocked: 'entry',
  armed: 'entry',
  disarmed: 'entry',
  viewed: 'seen',
  exported: 'seen',
  enrolled: 'people',
  renamed: 'people',
  merged: 'people',
  corrected: 'people',
  erased: 'changed',
  kept: 'changed',
  changed_settings: 'changed',
  changed_key: 'changed',
  backed_up: 'house',
  restored: 'house',
  started: 'house',
  stopped: 'house',
};

/** The deeds of a group; null: all there are. */
export function deedsOf(group: AuditGroup): readonly AuditDeed[] | null {
  if (group === 'all') return null;
  const deeds: AuditDeed[] = [];
  for (const deed of Object.keys(groups)) if (isDeed(deed) && groups[deed] === group) deeds.push(deed);
  return deeds;
}

function isDeed(deed: string): deed is AuditDeed {
  return deed in groups;
}
