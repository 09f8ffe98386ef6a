const minuteMs = 60_000;
/** The golden ratio's: no two minutes of a night in the same place, and no part of the screen more often than another. */
const stepX = 0.6180339887;
const stepY = 0.7548776662;

interface Drift {
  /** From the middle, in shares of the way to the edge: −1 … 1. */
  readonly x: number;
  readonly y: number;
}

/** Where the clock stands in this minute. It moves a little, so that no screen keeps its shape. */
export function driftAt(ms: number): Drift {
  const minute = Math.floor(ms / minuteMs);
  const along = (step: number) => ((minute * step) % 1) * 2 - 1;
  return { x: along(stepX), y: along(stepY) };
}
