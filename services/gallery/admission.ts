import type { Admission, Descriptor, GalleryFace, GalleryPerson } from '../contract/person.ts';
import { isSamePicture } from './calibration.ts';
import { isComparable } from './comparison.ts';
import { evidenceForPerson, isNearerToStranger, nearestOf } from './identify.ts';

/** A gallery keeps at most so many sightings; faces that the owner gave are not counted and never replaced. */
export const MOST_SIGHTINGS = 12;
/** A sighting below this quality teaches nothing good. */
export const LEAST_QUALITY = 0.4;
/**
 * So many times likelier this person than a stranger, by the faces that the owner gave alone, in natural logarithms: less than to
 * name somebody, since the owner's word counts too, and one photo should be enough to learn from …
 */
const LEAST_EVIDENCE = Math.log(200);
/** … and than anybody else who is enrolled. */
const LEAD = Math.log(20);

/**
 * Whether a sighting that the owner confirmed may join a gallery. It is judged by the faces that the owner gave and
 * never by other sightings, so that no chain of sightings, each like the last, leads the gallery to somebody else.
 */
export function admit(face: Descriptor, person: GalleryPerson, others: readonly GalleryPerson[]): Admission {
  if ((face.quality ?? 0) < LEAST_QUALITY) return refused('poor_picture');
  const evidence = evidenceForPerson(face, given(person));
  if (evidence === null || !(evidence >= LEAST_EVIDENCE)) return refused('too_unlike');
  const isLikeAnother = others
    .filter(({ personId }) => personId !== person.personId)
    .some((other) => (evidenceForPerson(face, given(other)) ?? -Infinity) > evidence - LEAD);
  if (isLikeAnother) return refused('like_another');
  if (isNearerToStranger(face, person)) return refused('like_a_stranger');
  if (isSamePicture(nearestOf(face, person.descriptors), face.modelId)) return refused('nothing_new');
  return placeFor(face, evidence, person);
}

/**
 * While there is room it joins. Then it must be spoken for, by the faces that the owner gave, no less than the weakest
 * sighting: it replaces that one, or, if it is as strong only, the one that adds least beside the others. So a full
 * gallery only ever comes nearer to the owner's faces.
 */
function placeFor(face: Descriptor, evidence: number, person: GalleryPerson): Admission {
  const sightings = person.descriptors.filter((each) => isSighting(each) && isComparable(face, each));
  if (sightings.length < MOST_SIGHTINGS) return { kind: 'admitted', replaces: null };
  const kept = sightings.map((each) => ({
    id: each.id,
    evidence: evidenceForPerson(each, given(person)) ?? -Infinity,
    nearest: nearestOf(
      each,
      sightings.filter((other) => other !== each),
    ),
  }));
  const [weakest] = kept.toSorted((a, b) => a.evidence - b.evidence);
  const [likest] = kept.toSorted((a, b) => b.nearest - a.nearest);
  const isStronger = evidence > (weakest?.evidence ?? Infinity);
  const isNewer = evidence === weakest?.evidence && nearestOf(face, sightings) < (likest?.nearest ?? -1);
  const replaces = isStronger ? weakest?.id : isNewer ? likest?.id : undefined;
  return replaces === undefined ? refused('nothing_new') : { kind: 'admitted', replaces };
}

function given({ descriptors }: GalleryPerson): readonly GalleryFace[] {
  return descriptors.filter((face) => !isSighting(face));
}

function isSighting({ origin }: GalleryFace): boolean {
  return origin === 'sighting';
}

function refused(why: Extract<Admission, { kind: 'refused' }>['why']): Admission {
  return { kind: 'refused', why };
}
