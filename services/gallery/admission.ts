import type { Admission, Descriptor, GalleryFace, GalleryPerson } from '../contract/person.ts';
import { probabilityOf } from './calibration.ts';
import { compareFaces } from './comparison.ts';
import { scoreOfPerson } from './identify.ts';

/** A gallery keeps at most so many sightings; faces that the owner gave are not counted and never replaced. */
export const MOST_SIGHTINGS = 12;
/** A sighting below this quality teaches nothing good. */
export const LEAST_QUALITY = 0.4;
/** How sure it must be, by the faces that the owner gave alone, that a sighting is this person. */
const LEAST_CONFIDENCE = 0.7;
/** The owner's faces must speak for this person by so much more than for anybody else. */
const LEAD = 0.05;
/** A face that is this much alike to a kept one adds nothing. */
const SAME_PICTURE = 0.98;

/**
 * Whether a sighting that the owner confirmed may join a gallery. It is judged by the faces that the owner gave and
 * never by other sightings, so that no chain of sightings, each like the last, leads the gallery to somebody else.
 */
export function admit(face: Descriptor, person: GalleryPerson, others: readonly GalleryPerson[]): Admission {
  if ((face.quality ?? 0) < LEAST_QUALITY) return refused('poor_picture');
  const score = scoreOfPerson(face, given(person));
  if (score === null || probabilityOf(score, face.modelId) < LEAST_CONFIDENCE) return refused('too_unlike');
  const likeOther = others
    .filter(({ personId }) => personId !== person.personId)
    .some((other) => (scoreOfPerson(face, given(other)) ?? -1) > score - LEAD);
  if (likeOther) return refused('like_another');
  const likeStranger = (person.notThem ?? []).some((not) => (compareFaces(face, not) ?? -1) > score - LEAD);
  if (likeStranger) return refused('like_a_stranger');
  if (nearestOf(face, person.descriptors) >= SAME_PICTURE) return refused('nothing_new');
  return place(face, person.descriptors.filter(isSighting));
}

/** The room that there is, or the sighting that adds least beside the others. */
function place(face: Descriptor, sightings: readonly GalleryFace[]): Admission {
  const kept = sightings.filter((each) => compareFaces(face, each) !== null);
  if (kept.length < MOST_SIGHTINGS) return { kind: 'admitted', replaces: null };
  const redundancy = (each: GalleryFace): number =>
    nearestOf(
      each,
      kept.filter((other) => other !== each),
    );
  const [least] = kept.toSorted((a, b) => redundancy(b) - redundancy(a));
  if (least?.id === undefined || nearestOf(face, kept) >= redundancy(least)) return refused('nothing_new');
  return { kind: 'admitted', replaces: least.id };
}

function given({ descriptors }: GalleryPerson): readonly GalleryFace[] {
  return descriptors.filter((face) => !isSighting(face));
}

function isSighting({ origin }: GalleryFace): boolean {
  return origin === 'sighting';
}

function nearestOf(face: Descriptor, faces: readonly Descriptor[]): number {
  return Math.max(-1, ...faces.map((other) => compareFaces(face, other) ?? -1));
}

function refused(why: Extract<Admission, { kind: 'refused' }>['why']): Admission {
  return { kind: 'refused', why };
}
