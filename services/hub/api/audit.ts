import { NewestAudit } from '../../contract/audit.ts';
import { inside, router } from './procedure.ts';

export const audit = router({
  newest: inside
    .input(NewestAudit.prefault({}))
    .query(({ ctx, input }) => ctx.house.audit.newest(input.limit, input.before)),
  check: inside.query(({ ctx }) => ctx.house.audit.check()),
});
