import type { WakeReport } from '../../contract/wake.ts';

/** The score that a call needs at a sensitivity 0..1: straight lines between the points of the report's curve. */
export function thresholdAt(sensitivity: number, { curve }: Pick<WakeReport, 'curve'>): number {
  const points = curve.toSorted((a, b) => a.sensitivity - b.sensitivity);
  const after = points.findIndex((point) => point.sensitivity >= sensitivity);
  const [low, high] = [points[after - 1], points[after]];
  if (high === undefined) return points.at(-1)?.threshold ?? Infinity;
  if (low === undefined) return high.threshold;
  const share = (sensitivity - low.sensitivity) / (high.sensitivity - low.sensitivity);
  return low.threshold + share * (high.threshold - low.threshold);
}
