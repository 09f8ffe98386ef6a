import { fitSimilarity, type Point, warp } from './alignment.ts';
import type { FaceEmbedder } from './face-embedder.ts';
import type { Picture, RgbImage } from './image.ts';
import { mirrored, toPlanes } from './planes.ts';
import type { Session } from './session.ts';

const side = 150;
/**
 * Room around the mean face, as a share of its size: dlib's own for the one look, a little closer for the other. Two
 * scales average out more than one and its mirror image do.
 */
const paddings = { plain: 0.2, mirrored: 0.25 } as const;

/** dlib's mean face: points 17-67, as fractions of the face (dlib, image_transforms/interpolation.h). */
const meanFaceX = [
  0.000213256, 0.0752622, 0.18113, 0.29077, 0.393397, 0.586856, 0.689483, 0.799124, 0.904991, 0.98004,
  0.490127, 0.490127, 0.490127, 0.490127, 0.36688, 0.426036, 0.490127, 0.554217, 0.613373, 0.121737, 0.187122,
  0.265825, 0.334606, 0.260918, 0.182743, 0.645647, 0.714428, 0.793132, 0.858516, 0.79751, 0.719335, 0.254149,
  0.340985, 0.428858, 0.490127, 0.551395, 0.639268, 0.726104, 0.642159, 0.556721, 0.490127, 0.423532,
  0.338094, 0.290379, 0.428096, 0.490127, 0.552157, 0.689874, 0.553364, 0.490127, 0.42689,
];
const meanFaceY = [
  0.106454, 0.038915, 0.0187482, 0.0344891, 0.0773906, 0.0773906, 0.0344891, 0.0187482, 0.038915, 0.106454,
  0.203352, 0.307009, 0.409805, 0.515625, 0.587326, 0.609345, 0.628106, 0.609345, 0.587326, 0.216423,
  0.178758, 0.179852, 0.231733, 0.245099, 0.244077, 0.231733, 0.179852, 0.178758, 0.216423, 0.244077,
  0.245099, 0.780233, 0.745405, 0.727388, 0.742578, 0.727388, 0.745405, 0.780233, 0.864805, 0.902192,
  0.909281, 0.902192, 0.864805, 0.784792, 0.778746, 0.785343, 0.778746, 0.784792, 0.824182, 0.831803,
  0.824182,
];

/** dlib leaves out the jaw, the brows and the lower lip, which move more than the rest. */
function isSteady(point: number): boolean {
  const lowerLip = (point >= 55 && point <= 59) || point >= 65;
  return point >= 27 && !lowerLip;
}
const steadyPoints = Array.from({ length: 68 }, (_, i) => i).filter(isSteady);
const templates = { plain: templateWith(paddings.plain), mirrored: templateWith(paddings.mirrored) } as const;

function templateWith(padding: number): readonly Point[] {
  return steadyPoints.map((point) => ({
    x: ((padding + (meanFaceX[point - 17] ?? 0)) / (2 * padding + 1)) * side,
    y: ((padding + (meanFaceY[point - 17] ?? 0)) / (2 * padding + 1)) * side,
  }));
}

/** dlib's face recognition network, http://dlib.net/dnn_face_recognition_ex.cpp.html. */
export class DlibResnet implements FaceEmbedder {
  readonly modelId = 'dlib-resnet-68-two-scales';
  readonly metric = 'euclidean';
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** The mean over the face and, a little smaller, its mirror image, which halves the noise; in one run. */
  async embed(image: Picture, points: readonly Point[]): Promise<Float32Array> {
    const chips = [dlibChip(image, points, 'plain'), mirrored(dlibChip(image, points, 'mirrored'))];
    const input = toPlanes(chips, { order: 'rgb' });
    const { data } = (await this.#session.run({ input })).floats('descriptor');
    const length = data.length / 2;
    return Float32Array.from({ length }, (_, i) => ((data[i] ?? 0) + (data[i + length] ?? 0)) / 2);
  }
}

/** The face as dlib's network was trained on: 150 × 150, 33 points laid on the mean face. */
function dlibChip(image: Picture, points: readonly Point[], look: keyof typeof templates): RgbImage {
  const from = steadyPoints.map((point) => points[point] ?? { x: 0, y: 0 });
  return warp(image, fitSimilarity(from, templates[look]), side);
}
