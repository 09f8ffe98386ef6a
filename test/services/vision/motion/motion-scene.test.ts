import { describe, expect, it } from 'vitest';
import { LUMA_WIDTH } from '../../../../services/vision/motion/luma.ts';
import { Scene } from '../../../../services/vision/motion/motion-scene.ts';
import { frameOf, seeded, texturedScene } from './moving-scene.ts';

const picture = texturedScene(13);
const bare = new Uint8Array(80 * 45);
const THRESHOLD = { least: 14, deviations: 3, most: 60 };

function look(scene: Scene, frame: Uint8Array) {
  const view = scene.look(frame);
  view.background.learn(view, bare);
  return view;
}

/** A scene that has seen twenty frames of a still picture. */
function settled(random: () => number): Scene {
  const scene = new Scene(THRESHOLD);
  for (let i = 0; i < 20; i++) look(scene, frameOf(picture, { levels: 4, random }));
  return scene;
}

/** Two bright squares, in the left half and in the right. */
function withSquares(x: number, y: number): number {
  return y >= 60 && y < 100 && ((x >= 40 && x < 80) || (x >= 240 && x < 280)) ? 250 : picture(x, y);
}

function halves(mask: Uint8Array): readonly boolean[] {
  return [0, 1].map((half) =>
    mask.some((mark, i) => mark === 1 && Math.floor((i % LUMA_WIDTH) / 160) === half),
  );
}

describe('Scene', () => {
  it('sees nothing where it may not look, and as before when it may again', () => {
    const random = seeded(1);
    const scene = settled(random);
    const frame = frameOf(withSquares, { levels: 4, random });
    const factors = bare.map((_, block) => (block % 80 < 40 ? 0xff : 16));
    const seen = [bare.map(() => 16), factors, bare.map(() => 0xff), bare.map(() => 16)].map((each) => {
      scene.setCalm(each);
      return halves(scene.look(frame).mask);
    });
    expect(seen).toEqual([
      [true, true],
      [false, true],
      [false, false],
      [true, true],
    ]);
  });

  it('gathers the blocks of its own mask and of another', () => {
    const random = seeded(2);
    const scene = settled(random);
    const { mask } = scene.look(frameOf(withSquares, { levels: 4, random }));
    const own = scene.blocksOf(mask).slice();
    expect(scene.blocksOf(mask.slice())).toEqual(own);
    expect(scene.blocksOf(new Uint8Array(mask.length)).includes(1)).toBe(false);
    // Two squares of 10×10 blocks, which smoothing and closing widen by a block at most.
    const count = own.reduce((sum, value) => sum + value, 0);
    expect([count >= 200, count <= 2 * 12 * 12]).toEqual([true, true]);
  });

  it('keeps apart what two cameras see', () => {
    const random = seeded(3);
    const [one, other] = [settled(random), settled(random)];
    const frame = frameOf(picture, { levels: 4, random });
    const before = one.look(frame);
    const share = before.extent.share;
    const mean = before.mean.slice();
    for (let i = 0; i < 5; i++)
      look(
        other,
        frameOf(() => 10, { levels: 4, random }),
      );
    expect([before.mean, one.look(frame).extent.share]).toEqual([mean, share]);
  });

  it('turns back and forth between scenes without running out of room', () => {
    const random = seeded(4);
    const scene = settled(random);
    const others = [texturedScene(71), texturedScene(72), texturedScene(73)];
    const kinds = Array.from({ length: 12 }, (_, round) => {
      const other = others[round % 3] ?? picture;
      const seen = Array.from({ length: 20 }, () => look(scene, frameOf(other, { levels: 4, random })).scene);
      return seen[0];
    });
    expect(kinds).toEqual(Array<string>(12).fill('changed'));
    const lamps = Array.from({ length: 60 }, (_, i) =>
      look(
        scene,
        frameOf((x, y) => ((i >> 2) % 2 === 0 ? picture(x, y) : 255 * (picture(x, y) / 255) ** 0.4), {
          levels: 4,
          random,
        }),
      ),
    );
    expect(lamps.at(-1)?.extent.share).toBeLessThan(0.1);
  });
});
