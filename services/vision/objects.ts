import { cut } from '../../models/cut.ts';
import type { Picture } from '../../models/image.ts';
import { type ObjectDetector, openObjectDetector } from '../../models/object-detector.ts';
import type { PixelBox } from '../../models/pixel-box.ts';
import type { Box } from '../contract/box.ts';
import type { Label } from '../contract/event.ts';
import { toBox, toPixels } from './pixel-region.ts';

/** Enlarging more shows nothing new. */
const largestScale = 2;

/** An object in a picture; the box is of the whole picture. */
export interface Detection {
  readonly label: Label;
  readonly score: number;
  readonly box: Box;
}

/** Finds persons, vehicles and animals in a part of a picture. */
export class ObjectFinder {
  readonly #detector: ObjectDetector;

  private constructor(detector: ObjectDetector) {
    this.#detector = detector;
  }

  /** `models`: the folder of the networks. Throws Trouble 'missing_model'. */
  static async open(models: string): Promise<ObjectFinder> {
    return new ObjectFinder(await openObjectDetector(models));
  }

  /** The objects in `region`, which is seen as large as the network allows. Best first within a label. */
  async find(image: Picture, region: Box): Promise<readonly Detection[]> {
    const part = toPixels(region, image);
    if (part.width < 1 || part.height < 1) return [];
    const { view, size } = viewOf(part, image, this.#detector.sizes);
    const found = await this.#detector.find(cut(image, view, size));
    const scale = view.width / size.width;
    return found
      .map(({ label, score, ...box }) => ({ label, score, box: toBox(fromView(box, view, scale), image) }))
      .filter(({ box }) => holdsMiddle(region, box));
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The part of the picture to look at, and the size of the network's input: that one which the region fills best. The
 * view has the shape of the input; it takes in what lies beside the region rather than black bars, and grows rather
 * than to enlarge pixels more than twice.
 */
export function viewOf(
  part: PixelBox,
  image: Size,
  sizes: readonly Size[],
): { readonly view: PixelBox; readonly size: Size } {
  const scaleOf = (size: Size): number =>
    Math.min(largestScale, size.width / part.width, size.height / part.height);
  const area = (size: Size): number => size.width * size.height;
  const size = sizes.reduce((best, other) =>
    scaleOf(other) > scaleOf(best) || (scaleOf(other) === scaleOf(best) && area(other) < area(best))
      ? other
      : best,
  );
  const width = size.width / scaleOf(size);
  const height = size.height / scaleOf(size);
  return {
    view: {
      x: within(part.x + (part.width - width) / 2, image.width - width),
      y: within(part.y + (part.height - height) / 2, image.height - height),
      width,
      height,
    },
    size,
  };
}

/** Moves a view into the picture; one that is larger than the picture is centred on it. */
function within(start: number, most: number): number {
  return most < 0 ? most / 2 : Math.min(Math.max(start, 0), most);
}

function fromView(box: PixelBox, view: PixelBox, scale: number): PixelBox {
  return {
    x: view.x + box.x * scale,
    y: view.y + box.y * scale,
    width: box.width * scale,
    height: box.height * scale,
  };
}

function holdsMiddle(region: Box, box: Box): boolean {
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  return x >= region.x && x <= region.x + region.width && y >= region.y && y <= region.y + region.height;
}
