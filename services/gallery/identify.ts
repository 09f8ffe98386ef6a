import type { Descriptor, GalleryFace, GalleryPerson, Identity } from '../contract/person.ts';
import { NAMED_FROM, probabilityOf } from './calibration.ts';
import { centreOf, compareFaces } from './comparison.ts';

/** How much more alike a face may seem through the sightings than through the faces that the owner gave. */
const MOST_BY_SIGHTINGS = 0.05;

/** Somebody enrolled, and how much a face resembles them. */
export interface Resemblance {
  readonly person: GalleryPerson;
  /** As of `compareFaces`. */
  readonly score: number;
  /** That it is this person, 0..1. */
  readonly confidence: number;
}

/** Who of the enrolled people a face is: the most similar one, if that one is similar enough. */
export function identify(descriptor: Descriptor, gallery: readonly GalleryPerson[]): Identity {
  const [best] = rank(descriptor, gallery);
  if (best === undefined || best.confidence < NAMED_FROM || isNotThem(descriptor, best)) {
    return { kind: 'unknown' };
  }
  const { personId, name } = best.person;
  return { kind: 'known', personId, name, confidence: best.confidence };
}

/** The enrolled people that a face can be compared with, the most similar first. */
export function rank(descriptor: Descriptor, gallery: readonly GalleryPerson[]): readonly Resemblance[] {
  const ranked: Resemblance[] = [];
  for (const person of gallery) {
    const score = scoreOfPerson(descriptor, person.descriptors);
    if (score === null) continue;
    ranked.push({ person, score, confidence: probabilityOf(score, descriptor.modelId) });
  }
  return ranked.sort((a, b) => b.score - a.score);
}

/**
 * How much a face resembles a person: half by the nearest of the enrolled faces, half by the centre of all. The
 * centre is steadier than any single photo, the nearest one forgives a bad photo and knows the face with glasses.
 * Sightings help a little and never decide alone. Null when no enrolled face is of the same model.
 */
export function scoreOfPerson(descriptor: Descriptor, enrolled: readonly GalleryFace[]): number | null {
  const given = scoreOf(
    descriptor,
    enrolled.filter(({ origin }) => origin !== 'sighting'),
  );
  const all = scoreOf(descriptor, enrolled);
  if (given === null || all === null) return null;
  return Math.min(Math.max(given, all), given + MOST_BY_SIGHTINGS);
}

function scoreOf(descriptor: Descriptor, enrolled: readonly Descriptor[]): number | null {
  const scores = enrolled.map((face) => compareFaces(descriptor, face)).filter((score) => score !== null);
  const comparable = enrolled.filter((face) => compareFaces(descriptor, face) !== null);
  const centre = centreOf(comparable);
  if (centre === null) return null;
  const nearest = Math.max(...scores);
  return (nearest + (compareFaces(descriptor, centre) ?? nearest)) / 2;
}

/** The owner said of a face that it isn't this person, and this one is like that. */
function isNotThem(descriptor: Descriptor, { person, score }: Resemblance): boolean {
  return (person.notThem ?? []).some((face) => (compareFaces(descriptor, face) ?? -1) >= score);
}
