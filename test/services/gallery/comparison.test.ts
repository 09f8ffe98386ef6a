import { describe, expect, it } from 'vitest';
import type { Descriptor } from '../../../services/contract/person.ts';
import { centreOf, compareFaces } from '../../../services/gallery/comparison.ts';

function face(metric: Descriptor['metric'], ...values: number[]): Descriptor {
  return { modelId: 'a', metric, dimension: values.length, values: Float32Array.from(values) };
}

describe('compareFaces', () => {
  it('is the cosine, less something for the distance where distances count', () => {
    expect(compareFaces(face('cosine', 1, 0), face('cosine', 2, 2))).toBeCloseTo(Math.SQRT1_2);
    expect(compareFaces(face('cosine', 0, 0), face('cosine', 2, 2))).toBe(0);
    expect(compareFaces(face('euclidean', 1, 0), face('euclidean', 0, 1))).toBeCloseTo(-0.1);
    expect(compareFaces(face('euclidean', 1, 0), face('euclidean', 3, 0))).toBeCloseTo(0.8);
    expect(compareFaces(face('euclidean', 1, 0), face('euclidean', 1, 0))).toBe(1);
  });

  it('does not compare different models, metrics or dimensions', () => {
    const one = face('cosine', 1, 0);
    expect(compareFaces(one, { ...one, modelId: 'b' })).toBeNull();
    expect(compareFaces(one, face('euclidean', 1, 0))).toBeNull();
    expect(compareFaces(one, face('cosine', 1))).toBeNull();
  });
});

describe('centreOf', () => {
  it('is the mean, of directions where angles count', () => {
    expect(centreOf([face('euclidean', 1, 0), face('euclidean', 3, 4)])).toEqual(face('euclidean', 2, 2));
    expect(centreOf([face('cosine', 5, 0), face('cosine', 0, 1)])).toEqual(face('cosine', 0.5, 0.5));
  });

  it('weighs, and has none of none', () => {
    expect(centreOf([face('euclidean', 0, 0), face('euclidean', 4, 4)], [3, 1])).toEqual(
      face('euclidean', 1, 1),
    );
    expect(centreOf([])).toBeNull();
  });
});
