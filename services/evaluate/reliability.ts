/** A probability that was told, and how it turned out. */
export interface Prediction {
  readonly probability: number;
  readonly isSo: boolean;
  /** How much it counts beside the others, above 0. */
  readonly weight: number;
}

/** How far probabilities are from what happens; 0 is best. */
export interface ReliabilityFigures {
  /** The mean square of what is missing to the truth (Brier 1950). */
  readonly brier: number;
  /** The expected calibration error over ten bins of equal width (Naeini et al. 2015): 0.02 is two points of a hundred off. */
  readonly calibrationError: number;
}

const bins = 10;

/** NaN of nothing. */
export function reliabilityOf(predictions: readonly Prediction[]): ReliabilityFigures {
  const sums = Array.from({ length: bins }, () => ({ told: 0, so: 0 }));
  let total = 0;
  let squares = 0;
  for (const { probability, isSo, weight } of predictions) {
    const truth = isSo ? 1 : 0;
    total += weight;
    squares += weight * (probability - truth) ** 2;
    const sum = sums[Math.min(bins - 1, Math.floor(probability * bins))];
    if (sum === undefined) continue;
    sum.told += weight * probability;
    sum.so += weight * truth;
  }
  const off = sums.reduce((error, { told, so }) => error + Math.abs(told - so), 0);
  return { brier: squares / total, calibrationError: off / total };
}
