import type { Sighting } from './motion-travel.ts';

/** How far a track went without turning back: from where, along which path, to where, in pixels of the canvas. */
export interface Run {
  readonly fromX: number;
  readonly fromY: number;
  readonly x: number;
  readonly y: number;
  readonly path: number;
  readonly steps: number;
  /** The areas between which it stayed. */
  readonly smallest: number;
  readonly largest: number;
}

/** Places nearer to each other than a block are one. */
const STEP = 4;
/** What jumps further than this at once, or than this share of its size, was another thing. */
const JUMP = 14;
const JUMP_SIZES = 0.6;
const STRAIGHTNESS = 0.85;
const GROWTH = 2.5;
/** A journey has so many steps, and so many pixels, and gets out of its own place unless it is that large. */
const LEAST_STEPS = 5;
const FAR = 30;
const FAR_SIZES = 1.2;
const SURELY_FAR = 60;

export function startRun({ x, y, area }: Sighting): Run {
  return { fromX: x, fromY: y, x, y, path: 0, steps: 0, smallest: area, largest: area };
}

/** The run after another sighting; it starts anew where the track turned or became something else. */
export function goOn(run: Run, to: Sighting): Run {
  const step = Math.hypot(to.x - run.x, to.y - run.y);
  if (step < STEP) return run;
  if (step > Math.max(JUMP, JUMP_SIZES * sizeOf(to))) return startRun(to);
  const path = run.path + step;
  const smallest = Math.min(run.smallest, to.area);
  const largest = Math.max(run.largest, to.area);
  const net = Math.hypot(to.x - run.fromX, to.y - run.fromY);
  const { x, y } = to;
  if (net < STRAIGHTNESS * path || largest > GROWTH * smallest)
    return { ...startRun(to), fromX: run.x, fromY: run.y, path: step, steps: 1 };
  return { fromX: run.fromX, fromY: run.fromY, x, y, path, steps: run.steps + 1, smallest, largest };
}

/** Whether a run went further than anything sways. */
export function isJourney(run: Run, now: Sighting): boolean {
  const net = Math.hypot(run.x - run.fromX, run.y - run.fromY);
  return run.steps >= LEAST_STEPS && net >= FAR && net >= Math.min(FAR_SIZES * sizeOf(now), SURELY_FAR);
}

function sizeOf({ edges }: Sighting): number {
  return Math.max(edges.right - edges.left, edges.bottom - edges.top);
}
