import type { Descriptor } from '../contract/person.ts';
import type { GroupId } from '../contract/identifiers.ts';
import { evidenceOf, probabilityFrom } from './calibration.ts';
import { compareFaces } from './comparison.ts';

/** Faces of somebody without a name. */
export interface FaceGroup {
  readonly id: GroupId;
  readonly descriptors: readonly Descriptor[];
}

/**
 * In natural logarithms, how many times likelier the same person than another: as each of the group, and on average. Of 1,000 faces of
 * 552 people (LFW), many more than a house sees in a week, 5 of 194 groups with dlib's network held somebody else, 1 of 193
 * with MobileFaceNet.
 */
const LEAST_EACH = Math.log(3);
const LEAST_ON_AVERAGE = Math.log(3000);
/** Beforehand one in so many earlier visitors was the same person; a face is listed from this probability on. */
const VISITORS = 100;
const LEAST_ALIKE = 0.8;

/**
 * The group that a face belongs to; null when it belongs to none. Strict, by average linkage with a floor for each face,
 * so that a group is one person: rather two groups of one person than one of two.
 */
export function groupFor(face: Descriptor, groups: readonly FaceGroup[]): GroupId | null {
  let best: { readonly id: GroupId; readonly mean: number } | null = null;
  for (const { id, descriptors } of groups) {
    const scores = descriptors.map((other) => compareFaces(face, other)).filter((score) => score !== null);
    if (scores.length === 0) continue;
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    if (evidenceOf(Math.min(...scores), face.modelId) < LEAST_EACH) continue;
    if (evidenceOf(mean, face.modelId) < LEAST_ON_AVERAGE) continue;
    if (best === null || mean > best.mean) best = { id, mean };
  }
  return best?.id ?? null;
}

/** Those of `others` that may be the same person as `face`, the surest first: when did this person come before? */
export function alike(
  face: Descriptor,
  others: readonly Descriptor[],
): readonly { readonly index: number; readonly confidence: number }[] {
  return others
    .map((other, index) => {
      const score = compareFaces(face, other);
      return {
        index,
        confidence: score === null ? 0 : probabilityFrom(evidenceOf(score, face.modelId), VISITORS - 1),
      };
    })
    .filter(({ confidence }) => confidence >= LEAST_ALIKE)
    .sort((a, b) => b.confidence - a.confidence);
}
