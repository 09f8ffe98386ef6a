import { Blazeface } from './blazeface.ts';
import type { RgbImage } from './image.ts';
import { findNetwork } from './packs.ts';
import type { ScoredBox } from './pixel-box.ts';
import { Session } from './session.ts';
import { Yunet } from './yunet.ts';

/** Finds faces in one picture of any content. */
export interface FaceDetector {
  /** Both sides of the picture must be multiples of this. */
  readonly sideStep: number;
  /** Faces in pixels of the picture; below this score there are too many that are none. Overlaps are removed. */
  find(image: RgbImage): Promise<ScoredBox[]>;
}

/** Opens the best installed face detector. Throws Trouble 'missing_model'. */
export async function openFaceDetector(models: string): Promise<FaceDetector> {
  const { network, path } = await findNetwork(models, 'face-detector');
  const session = await Session.open(path);
  return network.name === 'yunet' ? new Yunet(session) : new Blazeface(session);
}
