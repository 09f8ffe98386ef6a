import { Centernet } from './centernet.ts';
import type { ObjectLabel } from './coco.ts';
import type { RgbImage } from './image.ts';
import { findNetwork } from './packs.ts';
import type { ScoredBox } from './pixel-box.ts';
import { Session } from './session.ts';
import { YoloxNano } from './yolox-nano.ts';

export interface FoundObject extends ScoredBox {
  readonly label: ObjectLabel;
}

/** Finds persons, vehicles and animals in one picture. */
export interface ObjectDetector {
  /** The sizes of picture that it takes, in pixels; all cost about the same. */
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
  /** In pixels of the picture, overlaps removed. */
  find(image: RgbImage): Promise<FoundObject[]>;
}

/** Opens the best installed object detector. Throws Trouble 'missing_model'. */
export async function openObjectDetector(models: string): Promise<ObjectDetector> {
  const { network, path } = await findNetwork(models, 'object-detector');
  const session = await Session.open(path);
  return network.name === 'yolox-nano' ? new YoloxNano(session) : new Centernet(session);
}
