import { expect, it } from 'vitest';
import {
  bestThreshold,
  type Comparison,
  verificationFigures,
} from '../../../services/evaluate/verification.ts';

function comparisons(same: readonly number[], different: readonly number[]): Comparison[] {
  const of = (similarities: readonly number[], isSame: boolean): Comparison[] =>
    similarities.map((similarity, i) => ({ similarity, same: isSame, fold: i % 2 }));
  return [...of(same, true), ...of(different, false)];
}

it('is perfect when all of the same are more alike than any of the different', () => {
  expect(verificationFigures(comparisons([0.7, 0.8, 0.9, 0.6], [0.1, 0.2, 0.3, 0.4]), 0.5)).toEqual({
    accuracy: 1,
    accuracyAtDefault: 1,
    eer: 0,
    tarAtFar001: 1,
    tarAtFar01: 1,
  });
});

it('counts mistakes on both sides', () => {
  const mixed = comparisons([0.9, 0.8, 0.7, 0.2], [0.1, 0.1, 0.3, 0.75]);
  const { eer, accuracyAtDefault, tarAtFar001 } = verificationFigures(mixed, 0.5);
  expect({ eer, accuracyAtDefault, tarAtFar001 }).toEqual({
    eer: 0.25,
    accuracyAtDefault: 0.75,
    tarAtFar001: 0.5,
  });
});

it('judges a fold by the threshold of the other folds', () => {
  const folds: Comparison[] = [
    { similarity: 0.9, same: true, fold: 0 },
    { similarity: 0.7, same: false, fold: 0 },
    { similarity: 0.6, same: true, fold: 1 },
    { similarity: 0.2, same: false, fold: 1 },
  ];
  // 0.4 is best for fold 1 and takes the 0.7 of fold 0 for the same; 0.8 is best for fold 0 and refuses the 0.6.
  expect(verificationFigures(folds, 0.5).accuracy).toBe(0.5);
});

it('takes a pair without a face for different', () => {
  const figures = verificationFigures(comparisons([-1, 0.9], [-1, 0.1]), 0.5);
  expect(figures.accuracyAtDefault).toBe(0.75);
});

it('bestThreshold lies between the two kinds', () => {
  expect(bestThreshold(comparisons([0.8, 0.9], [0.2, 0.4]))).toBeCloseTo(0.6);
});
