import { fitSimilarity, meanOf, type Point, warp } from './alignment.ts';
import type { FaceEmbedder } from './face-embedder.ts';
import type { Picture, RgbImage } from './image.ts';
import { mirrored, toPlanes } from './planes.ts';
import type { Session } from './session.ts';

const side = 112;
/**
 * Where the eyes, the nose and the corners of the mouth lie in the network's input: where the means of those of the 68
 * landmarks come to lie on faces that other landmarks laid on the ArcFace template (insightface, face_align.py). The
 * corners of the mouth are 2 pixels higher than there.
 */
const template: readonly Point[] = [
  { x: 38.2, y: 51.3 },
  { x: 73.8, y: 51.3 },
  { x: 56, y: 73 },
  { x: 41, y: 90.5 },
  { x: 71, y: 90.5 },
];
/** The mirrored face is seen a little closer: two scales average out more than one does. */
const closer = 1.05;
const imagenetMean = [123.675, 116.28, 103.53] as const;
const imagenetDeviation = [58.395, 57.12, 57.375] as const;

/** MobileFaceNet, https://arxiv.org/abs/1804.07573; compared by the cosine of the angle. */
export class MobileFaceNet implements FaceEmbedder {
  readonly modelId = 'mobilefacenet-68-two-scales';
  readonly metric = 'cosine';
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** The sum over the face and its mirror image, of unit length. */
  async embed(image: Picture, points: readonly Point[]): Promise<Float32Array> {
    const one = unit(await this.#run(arcFaceChip(image, points, 1)));
    const other = unit(await this.#run(mirrored(arcFaceChip(image, points, closer))));
    return unit(one.map((value, i) => value + (other[i] ?? 0)));
  }

  async #run(chip: RgbImage): Promise<Float32Array> {
    const input0 = toPlanes([chip], { order: 'rgb', mean: imagenetMean, deviation: imagenetDeviation });
    return (await this.#session.run({ input0 })).floats('output0').data;
  }
}

/** The face as ArcFace networks take it: 112 × 112, five points laid on the template, `zoom` times as large. */
function arcFaceChip(image: Picture, points: readonly Point[], zoom: number): RgbImage {
  const nose = points[30] ?? { x: 0, y: 0 };
  const rightMouth = points[48] ?? { x: 0, y: 0 };
  const leftMouth = points[54] ?? { x: 0, y: 0 };
  const five = [meanOf(points.slice(36, 42)), meanOf(points.slice(42, 48)), nose, rightMouth, leftMouth];
  const zoomed = template.map(({ x, y }) => ({ x: zoomedAt(x, zoom), y: zoomedAt(y, zoom) }));
  return warp(image, fitSimilarity(five, zoomed), side);
}

function zoomedAt(value: number, zoom: number): number {
  return (value - side / 2) * zoom + side / 2;
}

function unit(values: Float32Array): Float32Array {
  const length = Math.hypot(...values);
  return values.map((value) => value / Math.max(length, 1e-12));
}
