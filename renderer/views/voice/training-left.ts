import type { WakeTraining } from '../../../services/contract/wake.ts';

type Running = Extract<WakeTraining, { readonly kind: 'training' }>;

/** Earlier than this the pace tells little. */
const toldFrom = 0.05;
const longestMs = 3_600_000;

/** How long it still takes at the pace so far; null while that is not known, or the clocks of hub and page disagree. */
export function leftMs(
  { done, beganAtMs }: Pick<Running, 'done' | 'beganAtMs'>,
  nowMs: number,
): number | null {
  const passedMs = nowMs - beganAtMs;
  if (done < toldFrom || passedMs <= 0) return null;
  const left = (passedMs / done) * (1 - done);
  return left > longestMs ? null : left;
}
