import type { Page } from 'playwright';
import type { TableRow } from '../../../services/evaluate/table.ts';
import { quantile } from '../live/glass.ts';

/** Longer than this, a picture of the screen is a stutter that one sees. */
const stutterMs = 50;

/** Measures the time between the pictures of the screen while `work` is done to a page, and how long its script kept it busy. */
export async function framesWhile(what: string, page: Page, work: () => Promise<void>): Promise<TableRow> {
  await page.evaluate(() => {
    const frames: number[] = [];
    const tasks: number[] = [];
    let last = performance.now();
    const watch = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    });
    watch.observe({ entryTypes: ['longtask'] });
    const look = (): void => {
      const now = performance.now();
      frames.push(now - last);
      last = now;
      if (Reflect.get(globalThis, 'laresFrames') === frames) requestAnimationFrame(look);
    };
    Reflect.set(globalThis, 'laresFrames', frames);
    Reflect.set(globalThis, 'laresTasks', tasks);
    requestAnimationFrame(look);
  });
  await work();
  const { frames, tasks, nodes } = await page.evaluate(() => {
    const listOf = (name: string): number[] => {
      const list: unknown = Reflect.get(globalThis, name);
      return Array.isArray(list) ? list.filter((each) => typeof each === 'number') : [];
    };
    const found = { frames: listOf('laresFrames'), tasks: listOf('laresTasks') };
    Reflect.deleteProperty(globalThis, 'laresFrames');
    return { ...found, nodes: document.querySelectorAll('*').length };
  });
  const sorted = frames.toSorted((a, b) => a - b);
  return {
    what,
    frames: frames.length,
    'median ms': quantile(sorted, 0.5),
    'p95 ms': quantile(sorted, 0.95),
    'most ms': sorted.at(-1) ?? null,
    [`over ${stutterMs} ms`]: frames.filter((ms) => ms > stutterMs).length,
    'long tasks': tasks.length,
    'longest task ms': Math.max(0, ...tasks),
    elements: nodes,
  };
}
