import type { Course } from '../../../services/contract/measures.ts';

interface SparkFrame {
  /** As many samples fit; the newest is at the right edge. */
  readonly slots: number;
  /** The value at the upper edge, unless one is larger. */
  readonly top: number;
}

interface SparkPath {
  readonly line: string;
  readonly area: string;
}

/** A course in a frame of `slots - 1` by 100 units, as SVG paths. Where nothing was measured, there is no line. */
export function sparkPath(course: Course, { slots, top }: SparkFrame): SparkPath {
  const shown = course.slice(-slots);
  const most = Math.max(top, ...shown.map((value) => value ?? 0)) || 1;
  const first = slots - shown.length;
  const runs: { readonly x: number; readonly y: number }[][] = [];
  for (const [index, value] of shown.entries()) {
    if (value === null) continue;
    const point = { x: first + index, y: Math.round((1 - value / most) * 1000) / 10 };
    const run = runs.at(-1);
    if (run?.at(-1)?.x === point.x - 1) run.push(point);
    else runs.push([point]);
  }
  const lines = runs.map((run) => `M${run.map(({ x, y }) => `${x} ${y}`).join('L')}`);
  const areas = runs.map(
    (run, index) => `${lines[index] ?? ''}L${run.at(-1)?.x ?? 0} 100L${run[0]?.x ?? 0} 100Z`,
  );
  // A single sample is a dot.
  return {
    line: lines.map((line) => (line.includes('L') ? line : `${line}h0`)).join(''),
    area: areas.join(''),
  };
}
