import type { WakePoint, WakeReport } from '../../../services/contract/wake.ts';

/**
 * How well a phrase is heard at a sensitivity, 0..1: between two measured points in proportion, beyond the last ones as there.
 * Null where nothing was measured.
 */
export function pointAt(curve: WakeReport['curve'], sensitivity: number): WakePoint | null {
  const after = curve.findIndex((point) => point.sensitivity >= sensitivity);
  const high = curve[after] ?? curve.at(-1);
  const low = after > 0 ? (curve[after - 1] ?? high) : after === 0 ? high : curve.at(-1);
  if (high === undefined || low === undefined) return null;
  const width = high.sensitivity - low.sensitivity;
  const share = width === 0 ? 0 : (sensitivity - low.sensitivity) / width;
  const between = (from: number, to: number): number => from * (1 - share) + to * share;
  return {
    sensitivity,
    threshold: between(low.threshold, high.threshold),
    falseAlarmsPerHour: between(low.falseAlarmsPerHour, high.falseAlarmsPerHour),
    missRate: low.missRate === null || high.missRate === null ? null : between(low.missRate, high.missRate),
  };
}
