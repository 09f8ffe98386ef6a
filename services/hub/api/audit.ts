import { NewestAudit } from '../../contract/audit.ts';
import { needs, router } from './procedure.ts';

export const audit = router({
  newest: needs('manage_access')
    .input(NewestAudit.prefault({}))
    .query(({ ctx, input: { limit, before, ...filter } }) => ctx.house.audit.newest(limit, before, filter)),
  check: needs('manage_access').query(({ ctx }) => ctx.house.audit.check()),
});
