import type { Descriptor, GalleryFace, GalleryPerson, Identity } from '../contract/person.ts';
import { evidenceOf } from './calibration.ts';
import { centreOf, compareFaces, isComparable } from './comparison.ts';

/**
 * A name is given from this probability on. With three photos each of 96 people of LFW it named 1 stranger of 200 with dlib's
 * network, none with MobileFaceNet, and 94 and 98 of 100 enrolled; a visit has more than one picture to go by.
 */
export const NAMED_FROM = 0.88;
/**
 * Beforehand somebody at the door is a stranger as likely as anybody enrolled, and nobody enrolled is expected more than
 * this share of those times, so that a small household is no easier to be mistaken for than a large one.
 */
const LARGEST_EXPECTATION = 0.05;
/** Sightings make somebody at most ten times likelier than the faces that the owner gave do, in natural logarithms. */
const MOST_BY_SIGHTINGS = Math.log(10);

/** Somebody enrolled, and how much speaks for a face being theirs. */
export interface Resemblance {
  readonly person: GalleryPerson;
  /** The natural logarithm of how many times likelier the face is theirs than a stranger's. */
  readonly evidence: number;
  /** The probability that it is this person and none of the others and no stranger, 0..1. */
  readonly confidence: number;
}

/**
 * Who of the enrolled people a face is: the likeliest one, if that one is likely enough and no face of which the owner said that it
 * is not them is nearer. `looks`: of how many pictures the descriptor is the centre.
 */
export function identify(descriptor: Descriptor, gallery: readonly GalleryPerson[], looks = 1): Identity {
  const [best] = rank(descriptor, gallery, looks);
  // Asked this way round, since values that are no numbers are not below anything either.
  const isLikely = best !== undefined && best.confidence >= NAMED_FROM;
  if (!isLikely || isNearerToStranger(descriptor, best.person)) return { kind: 'unknown' };
  const { personId, name } = best.person;
  return { kind: 'known', personId, name, confidence: best.confidence };
}

/**
 * The enrolled people that a face can be compared with, the likeliest first. By Bayes' rule over everybody enrolled and
 * the stranger: the more people are enrolled, the more evidence a name takes, and two who are alike take it from each other.
 */
export function rank(
  descriptor: Descriptor,
  gallery: readonly GalleryPerson[],
  looks = 1,
): readonly Resemblance[] {
  const found: { readonly person: GalleryPerson; readonly evidence: number }[] = [];
  for (const person of gallery) {
    const evidence = evidenceForPerson(descriptor, person.descriptors, looks);
    if (evidence !== null) found.push({ person, evidence });
  }
  const oddsOfStranger = Math.max(found.length, 1 / LARGEST_EXPECTATION);
  const all = found.reduce((sum, { evidence }) => sum + Math.exp(evidence), oddsOfStranger);
  return found
    .map(({ person, evidence }) => ({ person, evidence, confidence: Math.exp(evidence) / all }))
    .sort((a, b) => b.evidence - a.evidence);
}

/**
 * What speaks for a face being a person's: its likeness to the centre of their faces, which is steadier than any single
 * photo. Sightings help a little and never decide alone. Null when no face that the owner gave is of the same model.
 */
export function evidenceForPerson(
  descriptor: Descriptor,
  enrolled: readonly GalleryFace[],
  looks = 1,
): number | null {
  const comparable = enrolled.filter((face) => isComparable(descriptor, face));
  const given = comparable.filter(({ origin }) => origin !== 'sighting');
  const byGiven = evidenceForCentre(descriptor, given, looks);
  if (byGiven === null || given.length === comparable.length) return byGiven;
  const byAll = evidenceForCentre(descriptor, comparable, looks) ?? byGiven;
  return Math.min(Math.max(byGiven, byAll), byGiven + MOST_BY_SIGHTINGS);
}

function evidenceForCentre(
  descriptor: Descriptor,
  faces: readonly Descriptor[],
  looks: number,
): number | null {
  const centre = centreOf(faces);
  const score = centre === null ? null : compareFaces(descriptor, centre);
  if (score === null) return null;
  return evidenceOf(score, descriptor.modelId, { enrolled: faces.length, seen: looks });
}

/** Whether a face is nearer to one that isn't this person, as the owner said, than to all that they gave of them. */
export function isNearerToStranger(descriptor: Descriptor, person: GalleryPerson): boolean {
  const given = person.descriptors.filter(({ origin }) => origin !== 'sighting');
  return nearestOf(descriptor, person.notThem ?? []) >= nearestOf(descriptor, given);
}

/** The score of the most alike of `faces`; -1 when there is none to compare with. */
export function nearestOf(descriptor: Descriptor, faces: readonly Descriptor[]): number {
  return Math.max(-1, ...faces.map((face) => compareFaces(descriptor, face) ?? -1));
}
