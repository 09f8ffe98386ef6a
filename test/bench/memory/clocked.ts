/** What one call takes. */
export interface Clocked {
  /** By the clock. */
  readonly milliseconds: number;
  /** Of the processor, in all threads. */
  readonly processor: number;
}

/** The median of so many calls, after one that fills the caches. */
export function clocked(work: () => unknown, times = 11): Clocked {
  work();
  const runs = Array.from({ length: times }, () => once(work));
  return {
    milliseconds: median(runs.map(({ milliseconds }) => milliseconds)),
    processor: median(runs.map(({ processor }) => processor)),
  };
}

export function once(work: () => unknown): Clocked {
  const before = process.cpuUsage();
  const from = performance.now();
  work();
  const milliseconds = performance.now() - from;
  const { user, system } = process.cpuUsage(before);
  return { milliseconds, processor: (user + system) / 1000 };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
