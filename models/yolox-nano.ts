import { objectClasses } from './coco.ts';
import type { RgbImage } from './image.ts';
import type { FoundObject, ObjectDetector } from './object-detector.ts';
import { suppressOverlaps } from './pixel-box.ts';
import { toPlanes } from './planes.ts';
import type { FloatTensor, Session } from './session.ts';

const side = 416;
const scoreThreshold = 0.4;
const overlapThreshold = 0.5;
/** Numbers a row: the box, the certainty that there is anything, and 80 classes. */
const rowLength = 85;

/** YOLOX-nano, https://arxiv.org/abs/2107.08430 */
export class YoloxNano implements ObjectDetector {
  readonly sizes = [{ width: side, height: side }];
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async find(image: RgbImage): Promise<FoundObject[]> {
    const outputs = await this.#session.run({ images: toPlanes([image], { order: 'bgr' }) });
    const found = decodeYolox(outputs.floats('output'), side);
    return objectClasses.flatMap(({ label }) =>
      suppressOverlaps(
        found.filter((object) => object.label === label),
        overlapThreshold,
      ),
    );
  }
}

/** The rows of three grids, one after the other, each row by row: strides 8, 16 and 32. */
export function decodeYolox({ data }: FloatTensor, size: number): FoundObject[] {
  const found: FoundObject[] = [];
  let row = 0;
  for (const stride of [8, 16, 32]) {
    const columns = size / stride;
    for (let cell = 0; cell < columns * columns; cell += 1, row += 1) {
      const values = data.subarray(row * rowLength, (row + 1) * rowLength);
      const [dx = 0, dy = 0, logWidth = 0, logHeight = 0, anything = 0] = values;
      if (anything < scoreThreshold) continue;
      const width = Math.exp(logWidth) * stride;
      const height = Math.exp(logHeight) * stride;
      const x = ((cell % columns) + dx) * stride - width / 2;
      const y = (Math.floor(cell / columns) + dy) * stride - height / 2;
      for (const { label, first, last } of objectClasses) {
        const score = anything * Math.max(...values.subarray(5 + first, 6 + last));
        if (score >= scoreThreshold) found.push({ label, score, x, y, width, height });
      }
    }
  }
  return found;
}
