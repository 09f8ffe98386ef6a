import { describe, expect, it } from 'vitest';
import { Background, type Shift } from '../../../../services/vision/motion/motion-background.ts';
import { findShift } from '../../../../services/vision/motion/motion-shift.ts';
import { smooth } from '../../../../services/vision/motion/motion-smooth.ts';
import { MotionWorkspace } from '../../../../services/vision/motion/motion-workspace.ts';
import { frameOf, seeded, texturedScene } from './moving-scene.ts';

const random = seeded(61);

/** A workspace that knows a scene all around, as a camera that has shaken does. */
function knowing(scene: (x: number, y: number) => number) {
  const workspace = new MotionWorkspace();
  const [canvas] = workspace.canvases;
  if (canvas === undefined) throw new Error('a workspace has canvases');
  const still = frameOf(scene, { levels: 0, random });
  const background = Background.begin(workspace, canvas, smooth(workspace, still));
  const surface = new Uint8Array(80 * 45);
  for (const shift of [
    { x: -24, y: -16 },
    { x: 24, y: -16 },
    { x: -24, y: 16 },
    { x: 24, y: 16 },
    { x: 0, y: 0 },
  ]) {
    const frame = smooth(
      workspace,
      frameOf((x, y) => scene(x + shift.x, y + shift.y), { levels: 0, random }),
    );
    for (let i = 0; i < 8; i++) background.learn({ frame, mask: workspace.luma.fill(0), shift }, surface);
  }
  const shiftOf = (picture: (x: number, y: number) => number, noise = 5): Shift => {
    smooth(workspace, frameOf(picture, { levels: noise, random }));
    return findShift(workspace, background);
  };
  return { workspace, background, shiftOf };
}

describe('findShift', () => {
  const scene = texturedScene(9);
  const { shiftOf } = knowing(scene);
  const shifts = [
    ...[-24, -23, -1, 0, 1, 24].flatMap((x) => [-16, -1, 0, 1, 15, 16].map((y) => ({ x, y }))),
    ...Array.from({ length: 20 }, () => ({
      x: Math.round((random() * 2 - 1) * 24),
      y: Math.round((random() * 2 - 1) * 16),
    })),
  ];

  it('finds each shift to the pixel', () => {
    expect(shifts.map((shift) => shiftOf((x, y) => scene(x + shift.x, y + shift.y)))).toEqual(shifts);
  });

  it('finds it although somebody walks by and it is dark and noisy', () => {
    const dim = (x: number, y: number) => scene(x, y) / 3;
    const dark = knowing(dim);
    const seen = shifts.map((shift) =>
      dark.shiftOf(
        (x, y) => (x > 100 && x < 150 && y > 50 && y < 150 ? 200 : dim(x + shift.x, y + shift.y)),
        8,
      ),
    );
    expect(seen).toEqual(shifts);
  });

  it('takes nothing for a shake that is none', () => {
    const wall = (x: number, y: number) => 120 + (x > 150 && x < 160 && y > 80 && y < 90 ? 60 : 0);
    const before = (left: number) => (x: number, y: number) =>
      x > left && x < left + 40 && y > 60 && y < 120 ? ((x - left) % 20 < 10 ? 40 : 220) : wall(x, y);
    const bare = knowing(before(60));
    const still = { x: 0, y: 0 };
    expect([
      shiftOf(scene, 40),
      shiftOf((x, y) => scene(x, y) + 12),
      shiftOf(() => 128),
      bare.shiftOf(before(72)),
      knowing(() => 90).shiftOf(() => 97),
    ]).toEqual([still, still, still, still, still]);
  });
});

describe('the quarter-size texture', () => {
  it('is what the picture has beyond its 9×9 mean, in half grey levels around 128', () => {
    const { kernels, frame, scratch } = new MotionWorkspace();
    frame.set(frame.map(() => random() * 256));
    const [width, height] = [80, 45];
    const at = scratch.byteOffset;
    const sums = at + 8192;
    kernels.quarter(frame.byteOffset, 4 * width, 4 * height, sums, width);
    kernels.highPass(sums, width, height, at, at + 16_384);
    const small = Array.from({ length: width * height }, (_, i) => {
      const first = 4 * Math.floor(i / width) * 320 + 4 * (i % width);
      return Array.from({ length: 16 }, (_, n) => frame[first + (n >> 2) * 320 + (n & 3)] ?? 0).reduce(
        (a, b) => a + b,
      );
    });
    expect([...new Uint16Array(scratch.buffer, sums, width * height)]).toEqual(small);
    for (let y = 4; y < height - 4; y++)
      for (let x = 4; x < width - 4; x++) {
        let mean = 0;
        for (let n = 0; n < 81; n++)
          mean += (small[(y - 4 + Math.floor(n / 9)) * width + x - 4 + (n % 9)] ?? 0) / 81;
        const expected = 128 + Math.min(Math.max(((small[y * width + x] ?? 0) - mean) / 8, -128), 127);
        // Dropped bits of the sums make up a part of a half level.
        expect(Math.abs((scratch[y * width + x] ?? 0) - expected)).toBeLessThan(1.2);
      }
  });
});
