import { inside, router } from './procedure.ts';

export const retention = router({
  forecast: inside.query(({ ctx }) => ctx.house.retention.forecast()),
});
