import { describe, expect, it } from 'vitest';
import { LUMA_HEIGHT, LUMA_WIDTH } from '../../../../services/vision/motion/luma-size.ts';
import { cellsIn } from '../../../../services/vision/motion/motion-cells.ts';
import { Flow } from '../../../../services/vision/motion/motion-flow.ts';
import { frameOf, seeded, texturedScene } from './moving-scene.ts';

const scene = texturedScene(3);
const cells = cellsIn({ left: 96, top: 64, right: 128, bottom: 80 });
const still = { x: 0, y: 0 };

/** How often something was found carried through the cells while the scene lay at `place(i)`. */
function carried(place: (i: number) => number): number {
  const flow = new Flow();
  const noise = { levels: 1, random: seeded(1) };
  let count = 0;
  for (let i = 0; i < 60; i++)
    count += flow.follow(
      frameOf((x, y) => scene(x + place(i), y), noise),
      still,
      () => cells,
    ).length;
  return count;
}

describe('Flow', () => {
  it('tells what is carried through from what sways', () => {
    expect(carried((i) => i)).toBeGreaterThan(30);
    expect(carried((i) => Math.round(6 * Math.sin(i / 4)))).toBe(0);
    expect(carried(() => 0)).toBe(0);
  });

  it('asks only for cells that are in the picture', () => {
    const flow = new Flow();
    const frame = new Uint8Array(LUMA_WIDTH * LUMA_HEIGHT);
    const all = cellsIn({ left: -24, top: -16, right: LUMA_WIDTH + 24, bottom: LUMA_HEIGHT + 16 });
    expect(all).toHaveLength(46 * 27);
    expect([1, 2, 3, 4, 5].flatMap(() => flow.follow(frame, still, () => all))).toEqual([]);
  });
});
