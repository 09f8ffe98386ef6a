import { type ObjectLabel, objectClasses } from './coco.ts';
import type { RgbImage } from './image.ts';
import type { FoundObject, ObjectDetector } from './object-detector.ts';
import { suppressOverlaps } from './pixel-box.ts';
import { toPlanes } from './planes.ts';
import type { FloatTensor, Session } from './session.ts';

const scoreThreshold = 0.3;
const overlapThreshold = 0.5;
/** Pixels of the picture to a cell of the maps. */
const stride = 4;

/** CenterNet on MobileNetV3, https://arxiv.org/abs/1904.07850: objects are peaks in a map of their class. */
export class Centernet implements ObjectDetector {
  readonly sizes = [
    { width: 416, height: 256 },
    { width: 320, height: 320 },
    { width: 256, height: 416 },
  ];
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async find(image: RgbImage): Promise<FoundObject[]> {
    const outputs = await this.#session.run({ input: toPlanes([image], { order: 'rgb' }) });
    const maps = outputs.floats('keypoints');
    const sizes = outputs.floats('wh');
    return objectClasses.flatMap(({ label, first, last }) =>
      suppressOverlaps(decodeCentre(strongest(maps, first, last), sizes, label), overlapThreshold),
    );
  }
}

/** The maps of the classes from `first` to `last` as one: the largest of them in each cell. */
export function strongest(maps: FloatTensor, first: number, last: number): FloatTensor {
  const [, , rows = 0, columns = 0] = maps.shape;
  const area = rows * columns;
  const data = maps.data.slice(first * area, (first + 1) * area);
  for (let map = first + 1; map <= last; map += 1) {
    const start = map * area;
    for (let cell = 0; cell < area; cell += 1) {
      const value = maps.data[start + cell] ?? 0;
      if (value > (data[cell] ?? 0)) data[cell] = value;
    }
  }
  return { data, shape: [rows, columns] };
}

/**
 * The peaks of one map. `sizes` holds, in pixels, how far the object reaches from there to the left, to the top, to the
 * right and to the bottom.
 */
export function decodeCentre(map: FloatTensor, sizes: FloatTensor, label: ObjectLabel): FoundObject[] {
  const [rows = 0, columns = 0] = map.shape;
  const area = rows * columns;
  const found: FoundObject[] = [];
  for (let cell = 0; cell < area; cell += 1) {
    const score = map.data[cell] ?? 0;
    if (score < scoreThreshold || !isPeak(map, cell)) continue;
    const [left, top, right, bottom] = [0, 1, 2, 3].map((side) => sizes.data[side * area + cell] ?? 0);
    const x = (cell % columns) * stride - (left ?? 0);
    const y = Math.floor(cell / columns) * stride - (top ?? 0);
    const width = (left ?? 0) + (right ?? 0);
    const height = (top ?? 0) + (bottom ?? 0);
    if (width > 0 && height > 0) found.push({ label, score, x, y, width, height });
  }
  return found;
}

/** Whether none of the eight cells around is larger. */
function isPeak({ data, shape }: FloatTensor, cell: number): boolean {
  const [rows = 0, columns = 0] = shape;
  const row = Math.floor(cell / columns);
  const column = cell % columns;
  for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1) {
    for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1) {
      if ((data[y * columns + x] ?? 0) > (data[cell] ?? 0)) return false;
    }
  }
  return true;
}
