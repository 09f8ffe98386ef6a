import { CaseWish, EraseSpan, MemorySpan } from '../../contract/memory.ts';
import { spanText } from '../memory/house-memory.ts';
import { newsOf } from '../news.ts';
import { needs, router } from './procedure.ts';

export const memory = router({
  previewSpan: needs('view_recordings')
    .input(MemorySpan)
    .query(({ ctx, input }) => ctx.house.memory.preview(input)),
  eraseSpan: needs('erase')
    .input(EraseSpan)
    .mutation(({ ctx, input }) => {
      const work = ctx.house.memory.erase(input);
      if (work.kind === 'waiting') ctx.note('erased', { about: spanText(work.span) });
      return work;
    }),
  work: needs('view_recordings').query(({ ctx }) => ctx.house.memory.work),
  watchWork: needs('view_recordings').subscription(({ ctx, signal }) =>
    newsOf(ctx.house.memory.changed, { signal, keep: 1, first: () => ctx.house.memory.work }),
  ),
  cancel: needs('erase').mutation(({ ctx }) => {
    ctx.note('kept', { about: spanText(ctx.house.memory.cancel()) });
    return ctx.house.memory.work;
  }),
  caseFile: needs('export')
    .input(CaseWish)
    .mutation(({ ctx, input }) =>
      ctx.house.memory.cases.order(input, () => {
        const { of } = input;
        const about = of.kind === 'span' ? spanText(of) : `${of.eventIds.length} events`;
        ctx.note('exported', { about: `case of ${about}` });
      }),
    ),
});
