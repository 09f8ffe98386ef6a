import { fitSimilarity, meanOf, type Point, warp } from './alignment.ts';
import type { FaceEmbedder } from './face-embedder.ts';
import type { Picture, RgbImage } from './image.ts';
import { mirrored, toPlanes } from './planes.ts';
import type { Session } from './session.ts';

const side = 112;
/** The ArcFace template: eyes, nose, corners of the mouth (insightface, face_align.py). */
const template: readonly Point[] = [
  { x: 38.2946, y: 51.6963 },
  { x: 73.5318, y: 51.5014 },
  { x: 56.0252, y: 71.7366 },
  { x: 41.5493, y: 92.3655 },
  { x: 70.7299, y: 92.2041 },
];
const imagenetMean = [123.675, 116.28, 103.53] as const;
const imagenetDeviation = [58.395, 57.12, 57.375] as const;

/** MobileFaceNet, https://arxiv.org/abs/1804.07573; compared by the cosine of the angle. */
export class MobileFaceNet implements FaceEmbedder {
  readonly modelId = 'mobilefacenet-68';
  readonly metric = 'cosine';
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** The sum over the face and its mirror image, of unit length. */
  async embed(image: Picture, points: readonly Point[]): Promise<Float32Array> {
    const chip = arcFaceChip(image, points);
    const one = unit(await this.#run(chip));
    const other = unit(await this.#run(mirrored(chip)));
    return unit(one.map((value, i) => value + (other[i] ?? 0)));
  }

  async #run(chip: RgbImage): Promise<Float32Array> {
    const input0 = toPlanes([chip], { order: 'rgb', mean: imagenetMean, deviation: imagenetDeviation });
    return (await this.#session.run({ input0 })).floats('output0').data;
  }
}

/** The face as ArcFace networks take it: 112 × 112, five points laid on the template. */
export function arcFaceChip(image: Picture, points: readonly Point[]): RgbImage {
  const nose = points[30] ?? { x: 0, y: 0 };
  const rightMouth = points[48] ?? { x: 0, y: 0 };
  const leftMouth = points[54] ?? { x: 0, y: 0 };
  const five = [meanOf(points.slice(36, 42)), meanOf(points.slice(42, 48)), nose, rightMouth, leftMouth];
  return warp(image, fitSimilarity(five, template), side);
}

function unit(values: Float32Array): Float32Array {
  const length = Math.hypot(...values);
  return values.map((value) => value / Math.max(length, 1e-12));
}
