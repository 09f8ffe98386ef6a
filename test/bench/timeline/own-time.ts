import type { Browser, Page } from 'playwright';
import { z } from 'zod';

const Trace = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      ph: z.string(),
      pid: z.number(),
      tid: z.number(),
      /** Microseconds of the processor, which other programs do not lengthen. */
      tdur: z.number().optional(),
      args: z.looseObject({ name: z.unknown().optional() }).optional(),
    }),
  ),
});

/** What the page's own thread did while `work` was done, task by task, in milliseconds of the processor; from Chromium's trace. */
export async function ownTasks(browser: Browser, page: Page, work: () => Promise<void>): Promise<number[]> {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await work();
  const { traceEvents } = Trace.parse(JSON.parse((await browser.stopTracing()).toString('utf8')));
  const mains = traceEvents
    .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
    .map(({ pid, tid }) => ({ pid, tid }));
  const tasks = mains.map((main) =>
    traceEvents
      .filter(({ pid, tid, name }) => pid === main.pid && tid === main.tid && name.endsWith('RunTask'))
      .map(({ tdur }) => (tdur ?? 0) / 1000),
  );
  const sum = (list: readonly number[]): number => list.reduce((total, each) => total + each, 0);
  return tasks.toSorted((a, b) => sum(b) - sum(a))[0] ?? [];
}
