import type { Point } from './alignment.ts';
import { DlibResnet } from './dlib-resnet.ts';
import type { Picture } from './image.ts';
import { MobileFaceNet } from './mobilefacenet.ts';
import { findNetwork } from './packs.ts';
import { Session } from './session.ts';

/** Turns a face into numbers that are alike for pictures of the same person. */
export interface FaceEmbedder {
  /** Descriptors are only compared when their models have the same id. */
  readonly modelId: string;
  readonly metric: 'euclidean' | 'cosine';
  /** `points`: the 68 landmarks in pixels of the picture. Gives 128 values. */
  embed(image: Picture, points: readonly Point[]): Promise<Float32Array>;
}

/** Opens the best installed face embedder. Throws Trouble 'missing_model'. */
export async function openFaceEmbedder(models: string): Promise<FaceEmbedder> {
  const { network, path } = await findNetwork(models, 'face-embedder');
  const session = await Session.open(path);
  return network.name === 'mobilefacenet' ? new MobileFaceNet(session) : new DlibResnet(session);
}
