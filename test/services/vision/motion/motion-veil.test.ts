import { describe, expect, it } from 'vitest';
import { LUMA_HEIGHT, LUMA_WIDTH } from '../../../../services/vision/motion/luma-size.ts';
import { BLOCK_COLUMNS, BLOCK_ROWS } from '../../../../services/vision/motion/motion-blocks.ts';
import { componentsOf } from '../../../../services/vision/motion/motion-components.ts';
import { isVeil } from '../../../../services/vision/motion/motion-veil.ts';
import { texturedScene } from './moving-scene.ts';

type Picture = (x: number, y: number) => number;

/** Whether what changes a background to a frame by more than 14 grey levels, as one component, is a veil. */
function veils(background: Picture, frame: Picture): boolean {
  const seen = new Uint8Array(LUMA_WIDTH * LUMA_HEIGHT).map((_, i) => at(frame, i));
  const mean = new Uint8ClampedArray(LUMA_WIDTH * LUMA_HEIGHT).map((_, i) => at(background, i));
  const blocks = new Uint8Array(BLOCK_COLUMNS * BLOCK_ROWS);
  for (let i = 0; i < seen.length; i++)
    if (Math.abs((seen[i] ?? 0) - (mean[i] ?? 0)) > 14)
      blocks[(Math.floor(i / LUMA_WIDTH) >> 2) * BLOCK_COLUMNS + ((i % LUMA_WIDTH) >> 2)] = 1;
  const { labels, list } = componentsOf(blocks, 3);
  const largest = list.toSorted((a, b) => b.area - a.area)[0];
  if (largest === undefined) throw new Error('nothing differs');
  return isVeil({ frame: seen, mean }, largest, labels);
}

function at(picture: Picture, i: number): number {
  return Math.min(255, Math.max(0, picture(i % LUMA_WIDTH, Math.floor(i / LUMA_WIDTH))));
}

const scene = texturedScene(5);
const grass: Picture = (x, y) => 110 + 30 * Math.sin(x * 1.3) * Math.sin(y * 1.1);
const inBox: (x: number, y: number) => boolean = (x, y) => x > 100 && x < 160 && y > 60 && y < 120;
const glow: Picture = (x, y) => 70 * Math.exp(-((x - 160) ** 2 + (y - 90) ** 2) / 8000);

describe('isVeil', () => {
  it('knows a soft light and a cast shadow', () => {
    expect(veils(scene, (x, y) => scene(x, y) + glow(x, y))).toBe(true);
    expect(veils(scene, (x, y) => scene(x, y) - glow(x, y))).toBe(true);
    expect(veils(grass, (x, y) => grass(x, y) * (inBox(x, y) ? 0.6 : 1))).toBe(true);
  });

  it('takes no object for one, neither before a texture nor before a bare wall', () => {
    const coat: Picture = (x, y) => 60 + 20 * Math.sin(x / 3) * Math.cos(y / 5);
    expect(veils(grass, (x, y) => (inBox(x, y) ? coat(x, y) : grass(x, y)))).toBe(false);
    const wall: Picture = () => 130;
    expect(veils(wall, (x, y) => (inBox(x, y) ? coat(x, y) : 130))).toBe(false);
    expect(veils(wall, (x, y) => (inBox(x, y) ? 152 : 130))).toBe(false);
  });
});
