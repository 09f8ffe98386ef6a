import { expect, test } from 'vitest';
import { auditGroups, deedsOf } from '../../../../renderer/views/memory/audit-groups.ts';
import { AuditDeed } from '../../../../services/contract/audit.ts';

test('every deed belongs to one group, and can be looked for', () => {
  const grouped = auditGroups.flatMap((group) => deedsOf(group) ?? []);
  expect(grouped.toSorted()).toEqual([...AuditDeed.options].toSorted());
  expect(deedsOf('all')).toBeNull();
});
