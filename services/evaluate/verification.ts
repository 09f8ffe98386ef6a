/** One comparison of two pictures: how alike they were, and the truth. */
export interface Comparison {
  /** 0..1; -1 when there was no face to compare. */
  readonly similarity: number;
  readonly same: boolean;
  readonly fold: number;
}

/** All are fractions. */
export interface VerificationFigures {
  /** Mean over the folds, each judged by the threshold that is best for the others. */
  readonly accuracy: number;
  readonly accuracyAtDefault: number;
  /** Where as many of the same are refused as of the different are accepted. */
  readonly eer: number;
  /** Accepted of the same where one in a thousand of the different is accepted. */
  readonly tarAtFar001: number;
  /** The same where one in a hundred is. */
  readonly tarAtFar01: number;
}

/** `defaultThreshold`: from this similarity on the product takes two faces for one person. */
export function verificationFigures(
  comparisons: readonly Comparison[],
  defaultThreshold: number,
): VerificationFigures {
  return {
    accuracy: crossValidatedAccuracy(comparisons),
    accuracyAtDefault: accuracyAt(comparisons, defaultThreshold),
    eer: equalErrorRate(comparisons),
    tarAtFar001: acceptedAt(comparisons, 0.001),
    tarAtFar01: acceptedAt(comparisons, 0.01),
  };
}

function accuracyAt(comparisons: readonly Comparison[], threshold: number): number {
  return shareOf(comparisons, ({ similarity, same }) => similarity >= threshold === same);
}

function crossValidatedAccuracy(comparisons: readonly Comparison[]): number {
  const folds = [...new Set(comparisons.map(({ fold }) => fold))];
  const accuracies = folds.map((fold) => {
    const others = comparisons.filter((comparison) => comparison.fold !== fold);
    const own = comparisons.filter((comparison) => comparison.fold === fold);
    return accuracyAt(own, bestThreshold(folds.length > 1 ? others : own));
  });
  return accuracies.reduce((sum, accuracy) => sum + accuracy, 0) / accuracies.length;
}

/** The threshold with the fewest mistakes; of several, the middle one. */
export function bestThreshold(comparisons: readonly Comparison[]): number {
  const sorted = comparisons.toSorted((a, b) => a.similarity - b.similarity);
  // Below all of them everything is accepted: right are those that are the same.
  let right = sorted.filter(({ same }) => same).length;
  let most = right;
  let best = [-1];
  for (const [i, { similarity, same }] of sorted.entries()) {
    right += same ? -1 : 1;
    const next = sorted[i + 1]?.similarity ?? 1;
    if (next === similarity) continue;
    const threshold = (similarity + next) / 2;
    if (right > most) best = [threshold];
    else if (right === most) best.push(threshold);
    most = Math.max(most, right);
  }
  return best[Math.floor(best.length / 2)] ?? 0.5;
}

function equalErrorRate(comparisons: readonly Comparison[]): number {
  const same = comparisons.filter((comparison) => comparison.same).length;
  const different = comparisons.length - same;
  let refused = 0;
  let accepted = different;
  let best = { gap: Infinity, rate: 1 };
  const sorted = comparisons.toSorted((a, b) => a.similarity - b.similarity);
  for (const [i, comparison] of sorted.entries()) {
    if (comparison.same) refused += 1;
    else accepted -= 1;
    if (sorted[i + 1]?.similarity === comparison.similarity) continue;
    const gap = Math.abs(refused / same - accepted / different);
    if (gap < best.gap) best = { gap, rate: (refused / same + accepted / different) / 2 };
  }
  return best.rate;
}

/** The share of the same that is accepted when at most `falseRate` of the different are. */
function acceptedAt(comparisons: readonly Comparison[], falseRate: number): number {
  const impostors = comparisons
    .filter(({ same }) => !same)
    .map(({ similarity }) => similarity)
    .toSorted((a, b) => b - a);
  const bar = impostors[Math.floor(falseRate * impostors.length)] ?? -1;
  return shareOf(
    comparisons.filter(({ same }) => same),
    ({ similarity }) => similarity > bar,
  );
}

/** The fraction of `items` that are so; NaN of none. */
export function shareOf<T>(items: readonly T[], isSo: (item: T) => boolean): number {
  return items.filter(isSo).length / items.length;
}
