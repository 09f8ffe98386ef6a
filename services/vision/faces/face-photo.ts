import type { RgbImage } from '../../../models/image.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { FaceDescriptor } from '../../contract/person.ts';
import { flatShare } from './drawn-face.ts';
import type { FaceFlaw } from './face-quality.ts';
import type { Face, FaceReader } from './faces.ts';
import { readPhoto } from '../photos/photo.ts';

/** A face smaller than this, as a share of the largest one, is somebody in the background. */
const bystander = 0.25;
/** Pixels; below, a descriptor is too uncertain to tell people apart for years. */
const leastSide = 40;
/** Below this quality a face would make others be taken for this person. */
const leastQuality = 0.25;
/** Faces with a larger share of flat colour are drawn; see `flatShare`. */
const mostFlat = 0.25;

/**
 * The one face in a photo. Throws Trouble 'bad_photo', 'no_face' or 'many_faces', each with what to do.
 * People far behind the largest face don't count.
 */
export async function readFace(
  reader: Pick<FaceReader, 'find' | 'describe'>,
  photo: Uint8Array,
): Promise<FaceDescriptor> {
  const image = await readPhoto(photo);
  const face = onlyFace(await reader.find(image), image);
  const side = Math.round(face.box.width * image.width);
  if (side < leastSide) {
    throw new Trouble('no_face', {
      what: `The face in the photo is only ${side} pixels wide.`,
      advice: `Choose a photo where it is at least ${leastSide} pixels wide.`,
    });
  }
  if (face.quality < leastQuality) throw new Trouble('bad_photo', sentences[face.flaw ?? 'blurred']);
  if (flatShare(image, face.box) > mostFlat) {
    throw new Trouble('no_face', {
      what: 'The face in the photo looks drawn, not photographed.',
      advice: 'Choose a photo of the person as a camera took it, without filters.',
    });
  }
  return reader.describe(image, face);
}

function onlyFace(faces: readonly Face[], image: RgbImage): Face {
  const sideOf = (face: Face): number => face.box.width * image.width;
  const [largest, ...others] = faces;
  if (!largest) {
    throw new Trouble('no_face', {
      what: 'No face was found in the photo.',
      advice: 'Choose a photo that shows the face from the front and in good light.',
    });
  }
  const many = others.filter((face) => sideOf(face) > bystander * sideOf(largest)).length + 1;
  if (many === 1) return largest;
  throw new Trouble('many_faces', {
    what: `There are ${many} faces in the photo.`,
    advice: 'Choose a photo of one person alone, or cut the others off.',
  });
}

const sentences: Readonly<Record<FaceFlaw, { readonly what: string; readonly advice: string }>> = {
  small: { what: 'The face in the photo is very small.', advice: 'Choose a photo taken from closer.' },
  blurred: { what: 'The face in the photo is blurred.', advice: 'Choose a sharper photo.' },
  turned: {
    what: 'The face in the photo is turned far away.',
    advice: 'Choose a photo in which both eyes can be seen.',
  },
  dark: { what: 'The face in the photo is too dark.', advice: 'Choose a photo in better light.' },
  bright: {
    what: 'The face in the photo is burnt out by light.',
    advice: 'Choose a photo with softer light on the face.',
  },
  covered: {
    what: 'The face in the photo is partly covered.',
    advice: 'Choose a photo without a mask, a hand or dark glasses before the face.',
  },
};
