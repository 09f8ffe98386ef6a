import { describe, expect, it } from 'vitest';
import { PersonId } from '../../../services/contract/identifiers.ts';
import type { FaceDescriptor } from '../../../services/contract/person.ts';
import {
  compareFaces,
  identify,
  similarityOf,
  similarityToPerson,
} from '../../../services/vision/gallery.ts';

type Descriptor = Omit<FaceDescriptor, 'crop'>;

function euclidean(...values: number[]): Descriptor {
  const floats = Float32Array.from(values);
  return { modelId: 'a', metric: 'euclidean', dimension: values.length, values: floats };
}

function person(name: string, ...descriptors: Descriptor[]): Parameters<typeof identify>[1][number] {
  return { personId: PersonId.parse(name.toLowerCase()), name, descriptors };
}

describe('compareFaces', () => {
  it('measures a distance or a cosine', () => {
    expect(compareFaces(euclidean(0, 3), euclidean(4, 0))).toBe(5);
    const cosine = (...values: number[]): Descriptor => ({ ...euclidean(...values), metric: 'cosine' });
    expect(compareFaces(cosine(1, 0), cosine(2, 2))).toBeCloseTo(Math.SQRT1_2);
  });

  it('does not compare different models', () => {
    expect(compareFaces(euclidean(1), { ...euclidean(1), modelId: 'b' })).toBeNull();
  });
});

describe('similarityOf', () => {
  it('is 1 when equal, 0.5 at the threshold and 0 far away', () => {
    expect([0, 0.475, 0.95, 2].map((distance) => similarityOf(distance, 'euclidean'))).toEqual([
      1, 0.5, 0, 0,
    ]);
    expect([1, 0.5, 0.25, 0, -1].map((value) => similarityOf(value, 'cosine'))).toEqual([1, 0.5, 0.25, 0, 0]);
  });
});

describe('identify', () => {
  const gallery = [person('Ann', euclidean(0, 0)), person('Ben', euclidean(1, 0))];

  it('names the nearest person above the threshold', () => {
    const identity = identify(euclidean(0.9, 0), gallery);
    expect(identity).toMatchObject({ kind: 'known', name: 'Ben', personId: 'ben' });
    expect(identity.kind === 'known' && identity.similarity).toBeCloseTo(1 - 0.05 / 0.475);
  });

  it('knows nobody below it, in an empty gallery, and of another model', () => {
    const unknown = { kind: 'unknown' };
    expect(identify(euclidean(0.5, 0.5), gallery)).toEqual(unknown);
    expect(identify(euclidean(0, 0), [])).toEqual(unknown);
    expect(identify({ ...euclidean(0, 0), modelId: 'b' }, gallery)).toEqual(unknown);
  });

  it('counts the nearest photo and the centre of all by half', () => {
    const enrolled = [euclidean(0, 0), euclidean(0.2, 0)];
    // 0.1 to the nearest, 0.2 to the centre.
    expect(similarityToPerson(euclidean(0.3, 0), enrolled)).toBeCloseTo(1 - (0.5 * 0.15) / 0.475);
  });
});
