import type { Point } from '../../../models/alignment.ts';
import { cut } from '../../../models/cut.ts';
import { type FaceDetector, openFaceDetector } from '../../../models/face-detector.ts';
import { type FaceEmbedder, openFaceEmbedder } from '../../../models/face-embedder.ts';
import { boxAround, FaceLandmarks } from '../../../models/face-landmarks.ts';
import type { Picture, RgbImage } from '../../../models/image.ts';
import {
  intersectionOverUnion,
  type PixelBox,
  type ScoredBox,
  suppressOverlaps,
} from '../../../models/pixel-box.ts';
import type { Box } from '../../contract/box.ts';
import type { FaceDescriptor, Pose } from '../../contract/person.ts';
import { type FaceFlaw, faceQuality } from './face-quality.ts';
import { type FaceView, viewsOfPhoto, viewsOfRegion } from './face-views.ts';
import { jpegOf } from '../frames.ts';
import { toBox, toPixels } from '../pixel-region.ts';

/**
 * The least product of a detector's score and of how well the box around the landmarks fits the detector's box. On
 * photographs real faces reach 0.55 and more, walls, clothes and leaves 0.4 at most.
 */
const leastCertainty = 0.45;

/**
 * Faces of so few pixels are too blurred for the landmarks, which shrink into a corner: there the detector is believed alone
 * when it is sure. Of what is no face it is never so sure. Nobody can be recognised there.
 */
const blurredWidth = 40;
const sureScore = 0.85;
/** Pixels; a smaller face is nobody, and hardly more than chance. */
const leastWidth = 12;

/** A face in a picture. */
export interface Face {
  /** From the brows to the chin and from ear to ear, of the whole picture. */
  readonly box: Box;
  /** The detector's certainty, 0..1. */
  readonly score: number;
  /** The 68 points of iBUG 300-W, in pixels of the whole picture. */
  readonly landmarks: readonly Point[];
  /** How much there is to recognise, 0..1: a large, sharp, well lit face that looks into the camera is best. */
  readonly quality: number;
  /** What is worst about its picture; null when nothing is bad. */
  readonly flaw: FaceFlaw | null;
  /** Where the head looks; null when the landmarks don't tell. */
  readonly pose: Pose | null;
}

/** Finds faces and turns them into descriptors. */
export class FaceReader {
  readonly #detector: FaceDetector;
  readonly #landmarks: FaceLandmarks;
  readonly #embedder: FaceEmbedder;

  private constructor(parts: {
    readonly detector: FaceDetector;
    readonly landmarks: FaceLandmarks;
    readonly embedder: FaceEmbedder;
  }) {
    this.#detector = parts.detector;
    this.#landmarks = parts.landmarks;
    this.#embedder = parts.embedder;
  }

  /** `models`: the folder of the networks. Throws Trouble 'missing_model'. */
  static async open(models: string): Promise<FaceReader> {
    return new FaceReader({
      detector: await openFaceDetector(models),
      landmarks: await FaceLandmarks.open(models),
      embedder: await openFaceEmbedder(models),
    });
  }

  /** The embedder whose descriptors `describe` gives; those of another one can't be compared with them. */
  get modelId(): string {
    return this.#embedder.modelId;
  }

  /**
   * The faces in `region`, for example the box of a person with some margin; without a region all those of a photo, at
   * any size. The largest first.
   */
  async find(image: Picture, region?: Box): Promise<readonly Face[]> {
    const views = region
      ? viewsOfRegion(toPixels(region, image), this.#detector.sideStep)
      : viewsOfPhoto(image, this.#detector.sideStep);
    const found: ScoredBox[] = [];
    for (const view of views) found.push(...(await this.#look(image, view)));
    const faces: Face[] = [];
    for (const box of suppressOverlaps(found, 0.3).filter(({ width }) => width >= leastWidth)) {
      const face = await this.faceIn(image, box, box.score);
      // Where there is no face, the landmarks wander off or shrink into a corner.
      const agreement = intersectionOverUnion(boxAround(face.landmarks), box);
      if (box.score * agreement >= leastCertainty) faces.push(face);
      else if (box.width < blurredWidth && box.score >= sureScore)
        faces.push({ ...face, box: toBox(box, image), quality: 0 });
    }
    return withoutParts(faces);
  }

  /** The face that is known to be in `box`, in pixels: aligned crops need no detector. */
  async faceIn(image: Picture, box: PixelBox, score = 1): Promise<Face> {
    const landmarks = await this.#landmarks.find(image, box);
    const { value, flaw, pose } = faceQuality(image, landmarks, score);
    const { points } = landmarks;
    return { box: toBox(boxAround(points), image), score, landmarks: points, quality: value, flaw, pose };
  }

  /** The face as numbers, with a picture of it to keep. */
  async describe(image: Picture, face: Face): Promise<FaceDescriptor> {
    const values = await this.#embedder.embed(image, face.landmarks);
    const { modelId, metric } = this.#embedder;
    return {
      modelId,
      metric,
      dimension: values.length,
      values,
      quality: face.quality,
      ...(face.pose === null ? {} : { pose: face.pose }),
      crop: await jpegOf(faceCrop(image, face.box)),
    };
  }

  async #look(image: Picture, { view, width, height }: FaceView): Promise<ScoredBox[]> {
    const found = await this.#detector.find(cut(image, view, { width, height }));
    const scale = view.width / width;
    return found
      .map((box) => ({
        x: view.x + box.x * scale,
        y: view.y + box.y * scale,
        width: box.width * scale,
        height: box.height * scale,
        score: box.score,
      }))
      .filter((box) => isInside(box, image));
  }
}

/** Without those that lie in a larger face: its eyes and cheeks. The largest first. */
function withoutParts(faces: readonly Face[]): readonly Face[] {
  const area = ({ box }: Face): number => box.width * box.height;
  const kept: Face[] = [];
  for (const face of faces.toSorted((a, b) => area(b) - area(a))) {
    const inside = (other: Face): boolean => commonArea(face.box, other.box) > 0.5 * area(face);
    if (!kept.some(inside)) kept.push(face);
  }
  return kept;
}

function commonArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

/** A face whose middle is outside the picture was seen in the border that was put around it. */
function isInside(box: PixelBox, { width, height }: Picture): boolean {
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  return x > 0 && x < width && y > 0 && y < height;
}

/** Room on each side of the kept face, as a share of it: enough to find and align it again with another network. */
const cropMargin = 0.4;
const longestCrop = 320;

/** The face with its surroundings, a square of at most 320 pixels, never enlarged. */
export function faceCrop(image: Picture, box: Box): RgbImage {
  const { x, y, width, height } = toPixels(box, image);
  const side = Math.max(width, height) * (1 + 2 * cropMargin);
  const view = { x: x + (width - side) / 2, y: y + (height - side) / 2, width: side, height: side };
  const size = Math.max(1, Math.min(longestCrop, Math.round(side)));
  return cut(image, view, { width: size, height: size });
}
