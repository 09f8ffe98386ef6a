import { setTimeout as sleep } from 'node:timers/promises';
import type { CameraId } from '../../services/contract/identifiers.ts';
import type { ShownMotion } from '../../services/contract/motion-view.ts';
import { boxAt } from './scenes.ts';

const columns = 80;
const rows = 45;
const stepMs = 200;
const steps = 24;

/** What the motion detector would tell of somebody who walks to and fro before a tree in the wind. */
export async function* motionOfWalk(
  cameraId: CameraId,
  signal: AbortSignal | undefined,
): AsyncGenerator<ShownMotion, void> {
  for (let step = 0; signal?.aborted !== true; step += 1) {
    const turn = step % (2 * steps);
    const box = boxAt((turn < steps ? turn : 2 * steps - turn) / steps);
    const mask = Buffer.alloc(columns * rows);
    for (let row = 0; row < rows; row += 1)
      for (let column = 0; column < columns; column += 1) {
        const [x, y] = [(column + 0.5) / columns, (row + 0.5) / rows];
        const inside = x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
        const leaf = x > 0.72 && x < 0.9 && y < 0.5 && (row * 7 + column * 13 + step * 5) % 11 === 0;
        mask[row * columns + column] = inside ? 2 : leaf ? 1 : 0;
      }
    yield {
      cameraId,
      atMs: Date.now(),
      scene: step < 5 ? 'new' : 'known',
      light: 'day',
      score: 0.02 + 0.06 * Math.abs(Math.sin(step / 6)),
      mask: mask.toString('base64'),
      boxes: step % 40 < 30 ? [box] : [],
    };
    await sleep(stepMs, undefined, { signal }).catch(() => undefined);
  }
}
