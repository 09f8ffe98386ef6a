import { needs, router } from './procedure.ts';

export const retention = router({
  forecast: needs('view_recordings').query(({ ctx }) => ctx.house.retention.forecast()),
});
