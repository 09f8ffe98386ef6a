import type { FaceDetector } from './face-detector.ts';
import type { RgbImage } from './image.ts';
import { type ScoredBox, suppressOverlaps } from './pixel-box.ts';
import { toPlanes } from './planes.ts';
import type { FloatTensor, Session } from './session.ts';

/** Busy pictures without faces give false ones up to here. */
const scoreThreshold = 0.6;
const overlapThreshold = 0.3;
const colour = [127.5, 127.5, 127.5] as const;

/**
 * MediaPipe's BlazeFace for the back camera. Its graph is convolutional, so that it takes any picture whose sides are
 * multiples of 32. Paper: https://arxiv.org/abs/1907.05047
 */
export class Blazeface implements FaceDetector {
  readonly sideStep = 32;
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async find(image: RgbImage): Promise<ScoredBox[]> {
    const input = toPlanes([image], { order: 'rgb', mean: colour, deviation: colour });
    const outputs = await this.#session.run({ input });
    const found = [
      ...decodeBlazeface(outputs.floats('Identity'), outputs.floats('Identity_2'), {
        columns: image.width / 16,
        stride: 16,
        anchors: 2,
      }),
      ...decodeBlazeface(outputs.floats('Identity_1'), outputs.floats('Identity_3'), {
        columns: image.width / 32,
        stride: 32,
        anchors: 6,
      }),
    ];
    return suppressOverlaps(found, overlapThreshold);
  }
}

/**
 * One of the two grids: `anchors` answers a cell, cell by cell, row by row. Boxes are offsets in pixels from the middle
 * of the cell to the middle of the face, then width and height.
 */
export function decodeBlazeface(
  logits: FloatTensor,
  boxes: FloatTensor,
  grid: { readonly columns: number; readonly stride: number; readonly anchors: number },
): ScoredBox[] {
  const values = boxes.shape[2] ?? 16;
  const leastLogit = Math.log(scoreThreshold / (1 - scoreThreshold));
  const found: ScoredBox[] = [];
  for (const [i, logit] of logits.data.entries()) {
    if (logit < leastLogit) continue;
    const cell = Math.floor(i / grid.anchors);
    const [dx = 0, dy = 0, width = 0, height = 0] = boxes.data.subarray(i * values, i * values + 4);
    const x = ((cell % grid.columns) + 0.5) * grid.stride + dx - width / 2;
    const y = (Math.floor(cell / grid.columns) + 0.5) * grid.stride + dy - height / 2;
    found.push({ x, y, width, height, score: 1 / (1 + Math.exp(-logit)) });
  }
  return found;
}
