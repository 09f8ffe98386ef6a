import type { WakeSample } from '../../../services/contract/wake.ts';

/** What is poor about a recording. */
export type TakeFault = 'clipped' | 'quiet' | 'short';

const clippedAt = 0.99;
/** Thirty decibels below the loudest that can be: what is recorded so is mostly the room. */
const quietAt = 0.03;
const shortMs = 250;

export function faultOf({ peak, durationMs }: Pick<WakeSample, 'peak' | 'durationMs'>): TakeFault | null {
  if (peak !== undefined && peak >= clippedAt) return 'clipped';
  if (peak !== undefined && peak < quietAt) return 'quiet';
  return durationMs < shortMs ? 'short' : null;
}

/** So many calls are needed to learn from, and so many are plenty. */
export const neededCalls = 5;
export const plentyCalls = 10;
