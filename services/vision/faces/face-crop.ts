import { boxAround } from '../../../models/face-landmarks.ts';
import type { RgbImage } from '../../../models/image.ts';
import { intersectionOverUnion, type PixelBox } from '../../../models/pixel-box.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { FaceDescriptor } from '../../contract/person.ts';
import type { FaceReader } from './faces.ts';
import { readPhoto } from '../photos/photo.ts';

/** The side of a kept crop as a multiple of the longer side of its face: `faceCrop` leaves 0.4 on each side. */
const cropPerFace = 1.8;
/** Intersection over union of the square around the landmarks with where the face must be: 0.72 and more on 76 crops of faces. */
const leastAgreement = 0.6;

/**
 * A crop that was kept by `FaceReader.describe`, read by the embedder of today; no detector is asked, since the face is
 * where the crop was cut around. The crop stays as it is: to code it again each time would wear it down. Throws Trouble
 * 'bad_photo' when it is no picture, 'no_face' when the landmarks find no face there.
 */
export async function describeCrop(
  reader: Pick<FaceReader, 'faceIn' | 'describe'>,
  crop: Uint8Array,
): Promise<FaceDescriptor> {
  const image = await readPhoto(crop);
  const expected = middleOf(image);
  const face = await reader.faceIn(image, expected);
  if (intersectionOverUnion(squareOf(boxAround(face.landmarks)), expected) < leastAgreement) {
    throw new Trouble('no_face', {
      what: 'The kept picture shows no face where there should be one.',
      advice: 'Remove this face of the person, and add another photo.',
    });
  }
  return { ...(await reader.describe(image, face)), crop };
}

function middleOf({ width, height }: RgbImage): PixelBox {
  const side = Math.max(width, height) / cropPerFace;
  return { x: (width - side) / 2, y: (height - side) / 2, width: side, height: side };
}

function squareOf({ x, y, width, height }: PixelBox): PixelBox {
  const side = Math.max(width, height);
  return { x: x + (width - side) / 2, y: y + (height - side) / 2, width: side, height: side };
}
