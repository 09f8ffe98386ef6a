import type { FaceDetector } from './face-detector.ts';
import type { RgbImage } from './image.ts';
import { type ScoredBox, suppressOverlaps } from './pixel-box.ts';
import { toPlanes } from './planes.ts';
import type { FloatTensor, Session } from './session.ts';

const scoreThreshold = 0.6;
const overlapThreshold = 0.3;

/** YuNet, https://doi.org/10.1007/s11633-023-1423-y; the sides of the picture are multiples of 32. */
export class Yunet implements FaceDetector {
  readonly sideStep = 32;
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async find(image: RgbImage): Promise<ScoredBox[]> {
    const outputs = await this.#session.run({ input: toPlanes([image], { order: 'bgr' }) });
    const found = [8, 16, 32].flatMap((stride) =>
      decodeYunet(
        {
          face: outputs.floats(`cls_${stride}`),
          object: outputs.floats(`obj_${stride}`),
          boxes: outputs.floats(`bbox_${stride}`),
        },
        { columns: image.width / stride, stride },
      ),
    );
    return suppressOverlaps(found, overlapThreshold);
  }
}

/** One grid, one answer a cell, row by row: the middle in strides from the cell's corner, the logarithms of the size. */
export function decodeYunet(
  { face, object, boxes }: { face: FloatTensor; object: FloatTensor; boxes: FloatTensor },
  { columns, stride }: { columns: number; stride: number },
): ScoredBox[] {
  const found: ScoredBox[] = [];
  for (const [cell, faceness] of face.data.entries()) {
    const score = Math.sqrt(fraction(faceness) * fraction(object.data[cell] ?? 0));
    if (score < scoreThreshold) continue;
    const [dx = 0, dy = 0, logWidth = 0, logHeight = 0] = boxes.data.subarray(cell * 4, cell * 4 + 4);
    const width = Math.exp(logWidth) * stride;
    const height = Math.exp(logHeight) * stride;
    const x = ((cell % columns) + dx) * stride - width / 2;
    const y = (Math.floor(cell / columns) + dy) * stride - height / 2;
    found.push({ x, y, width, height, score });
  }
  return found;
}

function fraction(value: number): number {
  return Math.min(Math.max(value, 0), 1);
}
