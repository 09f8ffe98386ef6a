import type { FaceDescriptor } from '../contract/person.ts';
import type { Answer } from '../contract/trouble.ts';

/** What vision can do for people when it is asked. */
export interface Eyes {
  /** The one face in a photo. */
  readonly readFace: (photo: Uint8Array) => Promise<Answer<FaceDescriptor>>;
  /** The face of a crop that was kept. */
  readonly describeCrop: (crop: Uint8Array) => Promise<Answer<FaceDescriptor>>;
}
