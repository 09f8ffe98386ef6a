/** A recording with every candidate that was heard in it. */
export interface ScoredClip {
  readonly seconds: number;
  readonly candidates: readonly { readonly score: number; readonly atSeconds: number }[];
}

export interface WakePoint {
  readonly sensitivity: number;
  readonly threshold: number;
  readonly misses: number;
  readonly missRate: number;
  readonly falseAlarms: number;
  readonly falseAlarmsPerHour: number;
}

/** Candidates that follow each other within this time are one alarm. */
const oneAlarmSeconds = 2;

const sensitivities = Array.from({ length: 21 }, (_, i) => i / 20);

/** Misses and false alarms for each sensitivity 0..1; `thresholdAt` gives the score that it needs. */
export function wakeCurve(
  clips: { readonly positives: readonly ScoredClip[]; readonly negatives: readonly ScoredClip[] },
  thresholdAt: (sensitivity: number) => number,
  at: readonly number[] = sensitivities,
): readonly WakePoint[] {
  const hours = clips.negatives.reduce((sum, { seconds }) => sum + seconds, 0) / 3600;
  return at.map((sensitivity) => {
    const threshold = thresholdAt(sensitivity);
    const misses = clips.positives.filter((clip) => alarms(clip, threshold) === 0).length;
    const falseAlarms = clips.negatives.reduce((sum, clip) => sum + alarms(clip, threshold), 0);
    return {
      sensitivity,
      threshold,
      misses,
      missRate: clips.positives.length === 0 ? 0 : misses / clips.positives.length,
      falseAlarms,
      falseAlarmsPerHour: hours === 0 ? 0 : falseAlarms / hours,
    };
  });
}

function alarms(clip: ScoredClip, threshold: number): number {
  let count = 0;
  let last = -Infinity;
  for (const { score, atSeconds } of clip.candidates) {
    if (score < threshold || atSeconds - last < oneAlarmSeconds) continue;
    count += 1;
    last = atSeconds;
  }
  return count;
}
