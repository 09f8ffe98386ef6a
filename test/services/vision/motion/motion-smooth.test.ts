import { describe, expect, it } from 'vitest';
import { LUMA_HEIGHT, LUMA_WIDTH } from '../../../../services/vision/motion/luma.ts';
import { smooth } from '../../../../services/vision/motion/motion-smooth.ts';
import { MotionWorkspace } from '../../../../services/vision/motion/motion-workspace.ts';
import { seeded } from './moving-scene.ts';

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}

/** 1-2-1 in one direction, rounded to whole grey levels. */
function blurred(picture: Uint8Array, step: { readonly x: number; readonly y: number }): Uint8Array {
  const at = (x: number, y: number) =>
    picture[clamp(y, LUMA_HEIGHT - 1) * LUMA_WIDTH + clamp(x, LUMA_WIDTH - 1)] ?? 0;
  return picture.map((value, i) => {
    const x = i % LUMA_WIDTH;
    const y = Math.floor(i / LUMA_WIDTH);
    return (at(x - step.x, y - step.y) + 2 * value + at(x + step.x, y + step.y) + 2) >> 2;
  });
}

describe('smooth', () => {
  const random = seeded(11);
  it.each([
    ['noise', () => random() * 256],
    ['black and white', () => (random() < 0.5 ? 0 : 255)],
    ['white', () => 255],
  ])('averages %s with its neighbours, edges included', (_, value) => {
    const picture = new Uint8Array(LUMA_WIDTH * LUMA_HEIGHT).map(value);
    const expected = blurred(blurred(picture, { x: 0, y: 1 }), { x: 1, y: 0 });
    expect(smooth(new MotionWorkspace(), picture)).toEqual(expected);
  });
});
