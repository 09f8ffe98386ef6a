import { apply, invert, meanOf, type Point, type Similarity, warp } from './alignment.ts';
import type { Picture } from './image.ts';
import { findNetwork } from './packs.ts';
import type { PixelBox } from './pixel-box.ts';
import { toPlanes } from './planes.ts';
import { Session } from './session.ts';

/** Side of the network's input. */
const side = 112;
/** The square that the network sees, as a multiple of the size of the face (brows to chin, ear to ear). */
const firstMargin = 1.2;
const secondMargin = 1.2;
/** Looks that put the points less far apart than this agree. */
const agreement = 0.04;
/** The least share of the area of the face that it still has in the next look. */
const leastArea = 0.7;
/** Once centred and levelled, looks at a clear face lie nearer together by this factor. */
const laterLooks = 1.8;

/** The 68 points of a face, in pixels of the picture. */
export interface FoundLandmarks {
  readonly points: readonly Point[];
  /**
   * How far two looks put the points apart on average, as a share of the distance between the eyes: 0.04 at most on clear
   * faces, even where the detector's box is a tenth off; more where a mask or dark glasses hide a part.
   */
  readonly disagreement: number;
}

/**
 * Finds the 68 points of iBUG 300-W on a face (https://ibug.doc.ic.ac.uk/resources/300-W/), numbered from 0: jaw 0-16,
 * brows 17-26, nose 27-35, eyes 36-47, mouth 48-67.
 */
export class FaceLandmarks {
  readonly #session: Session;

  private constructor(session: Session) {
    this.#session = session;
  }

  static async open(models: string): Promise<FaceLandmarks> {
    const { path } = await findNetwork(models, 'face-landmarks');
    return new FaceLandmarks(await Session.open(path));
  }

  /**
   * The points of the face in `box`. Twice: a detector's box is off by some per cent, and the second look is centred
   * and levelled by the points of the first. When the two disagree, as on a tilted head, a third one decides.
   */
  async find(image: Picture, box: PixelBox): Promise<FoundLandmarks> {
    const first = await this.#look(image, squareAround(box, firstMargin));
    const second = await this.#look(image, levelledSquare(first, secondMargin));
    const disagreement = disagreementOf(first, second);
    if (disagreement <= agreement || isLost(first, second)) return { points: second, disagreement };
    const third = await this.#look(image, levelledSquare(second, secondMargin));
    if (isLost(second, third)) return { points: second, disagreement };
    return { points: third, disagreement: disagreementOf(second, third) * laterLooks };
  }

  async #look(image: Picture, toSquare: Similarity): Promise<Point[]> {
    const input = toPlanes([warp(image, toSquare, side)], { order: 'rgb' });
    const { data } = (await this.#session.run({ input })).floats('points');
    const toImage = invert(toSquare);
    return Array.from({ length: data.length / 2 }, (_, i) =>
      apply(toImage, { x: (data[2 * i] ?? 0) * side, y: (data[2 * i + 1] ?? 0) * side }),
    );
  }
}

/** On few or blurred pixels the points shrink from look to look: the later ones are worse. */
function isLost(before: readonly Point[], after: readonly Point[]): boolean {
  const { width, height } = boxAround(after);
  const known = boxAround(before);
  return width * height < leastArea * known.width * known.height;
}

function disagreementOf(first: readonly Point[], second: readonly Point[]): number {
  const right = meanOf(second.slice(36, 42));
  const left = meanOf(second.slice(42, 48));
  const apart = second.map(({ x, y }, i) => Math.hypot(x - (first[i]?.x ?? x), y - (first[i]?.y ?? y)));
  const mean = apart.reduce((sum, each) => sum + each, 0) / Math.max(apart.length, 1);
  return mean / Math.max(Math.hypot(left.x - right.x, left.y - right.y), 1e-6);
}

/** Brings the upright square around `box`, `margin` times as long as its longer side, into the network's input. */
export function squareAround(box: PixelBox, margin: number): Similarity {
  const scale = side / (margin * Math.max(box.width, box.height));
  return {
    a: scale,
    b: 0,
    shiftX: side / 2 - scale * (box.x + box.width / 2),
    shiftY: side / 2 - scale * (box.y + box.height / 2),
  };
}

/** The same for the smallest square around the points, turned so that the eyes are level. */
export function levelledSquare(points: readonly Point[], margin: number): Similarity {
  const right = meanOf(points.slice(36, 42));
  const left = meanOf(points.slice(42, 48));
  const length = Math.max(Math.hypot(left.x - right.x, left.y - right.y), 1e-6);
  const turn = {
    a: (left.x - right.x) / length,
    b: -(left.y - right.y) / length,
    shiftX: 0,
    shiftY: 0,
  };
  const turned = points.map((point) => apply(turn, point));
  const box = boxAround(turned);
  const toSquare = squareAround(box, margin);
  return {
    a: toSquare.a * turn.a,
    b: toSquare.a * turn.b,
    shiftX: toSquare.shiftX,
    shiftY: toSquare.shiftY,
  };
}

/** The smallest upright box around all points. */
export function boxAround(points: readonly Point[]): PixelBox {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
