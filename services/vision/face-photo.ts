import { Trouble } from '../contract/trouble.ts';
import type { FaceDescriptor } from '../contract/person.ts';
import type { Face, FaceReader } from './faces.ts';
import { readPhoto } from './photo.ts';

/** A face smaller than this, as a share of the largest one, is somebody in the background. */
const bystander = 0.25;
/** Pixels; below, a descriptor is too uncertain to tell people apart for years. */
const leastSide = 40;

/**
 * The one face in a photo. Throws Trouble 'bad_photo', 'no_face' or 'many_faces', each with what to do.
 * People far behind the largest face don't count.
 */
export async function readFace(reader: FaceReader, photo: Uint8Array): Promise<FaceDescriptor> {
  const image = await readPhoto(photo);
  const faces = await reader.find(image);
  const sideOf = (face: Face | undefined): number => (face ? face.box.width * image.width : 0);
  const [largest, ...others] = faces;
  if (!largest) {
    throw new Trouble('no_face', {
      what: 'No face was found in the photo.',
      advice: 'Choose a photo that shows the face from the front and in good light.',
    });
  }
  const many = others.filter((face) => sideOf(face) > bystander * sideOf(largest)).length + 1;
  if (many > 1) {
    throw new Trouble('many_faces', {
      what: `There are ${many} faces in the photo.`,
      advice: 'Choose a photo of one person alone, or cut the others off.',
    });
  }
  if (sideOf(largest) < leastSide) {
    throw new Trouble('no_face', {
      what: `The face in the photo is only ${Math.round(sideOf(largest))} pixels wide.`,
      advice: `Choose a photo where it is at least ${leastSide} pixels wide.`,
    });
  }
  return reader.describe(image, largest);
}
