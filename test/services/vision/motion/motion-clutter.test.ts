import { describe, expect, it } from 'vitest';
import {
  type Clutter,
  learnClutter,
  standsOut,
  UNKNOWN_CLUTTER,
} from '../../../../services/vision/motion/motion-clutter.ts';
import { followComponents } from '../../../../services/vision/motion/motion-tracks.ts';

/** A component of `area` blocks at a place. */
function componentAt(x: number, y: number, area: number) {
  return {
    label: 1,
    x,
    y,
    area,
    blocks: [],
    edges: { left: x - 8, top: y - 8, right: x + 8, bottom: y + 8 },
  };
}

const CLEAR: Clutter = { perFrame: 0, area: 5 };
const still = { shift: { x: 0, y: 0 }, under: () => 0 };

describe('clutter', () => {
  it('is learnt from what comes and goes, and hides only what is no more than that', () => {
    let clutter = UNKNOWN_CLUTTER;
    let tracks = followComponents([], [], still);
    for (let i = 0; i < 60; i++) {
      // A drop falls at another place in each frame, while something small stays.
      const drop = componentAt(20 + ((i * 97) % 280), 20 + ((i * 61) % 60), 4);
      tracks = followComponents(tracks, [drop, componentAt(160, 150, 4)], still);
      clutter = learnClutter(clutter, tracks);
    }
    expect(clutter.perFrame).toBeGreaterThan(0.5);
    expect(clutter.area).toBeLessThan(6);
    const shown = tracks.filter((track) => track.misses === 0 && standsOut(track, clutter));
    expect(shown.map(({ component }) => component)).toEqual([componentAt(160, 150, 4)]);
    const large = followComponents([], [componentAt(50, 50, 40)], still);
    expect(large.map((track) => standsOut(track, clutter))).toEqual([true]);
  });

  it('is none in a clear picture', () => {
    const [track] = followComponents([], [componentAt(50, 50, 3)], still);
    expect(track !== undefined && standsOut(track, CLEAR)).toBe(true);
  });
});
