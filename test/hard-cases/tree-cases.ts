import { street, yard } from './backdrops.ts';
import { gust, Tree } from './foliage.ts';
import { type HardCase, hardCase, HEIGHT, WIDTH } from './hard-case.ts';
import { passersBy, yardPassers } from './passages.ts';
import { paintPassages } from './passers.ts';

const streetScene = street(WIDTH, HEIGHT, 3);
const yardScene = yard(WIDTH, HEIGHT, 4);

function fall(
  name: string,
  options: {
    readonly trees: readonly Tree[];
    readonly calm: number;
    readonly shadows?: boolean;
    readonly frames?: number;
    readonly firstScored?: number;
  },
): HardCase {
  return hardCase(name, {
    frames: options.frames ?? 760,
    firstScored: options.firstScored ?? 200,
    bitrate: 900,
    paint: (picture, i) => {
      const seconds = i / 25;
      picture.reset(streetScene);
      if (options.shadows === true)
        for (const tree of options.trees) tree.shade(picture, seconds, gust(seconds, options.calm));
      paintPassages(picture, passersBy, seconds % 30.4);
      for (const [n, tree] of options.trees.entries())
        tree.paint(picture, seconds, gust(seconds - 0.4 * n, options.calm));
    },
  });
}

const nearTree = new Tree({
  x: 210,
  foot: 470,
  crown: { y: 170, width: 330, height: 300 },
  leaves: 5200,
  sway: 26,
  seed: 11,
});
const yardTree = new Tree({
  x: 470,
  foot: 350,
  crown: { y: 130, width: 230, height: 220 },
  leaves: 3000,
  sway: 16,
  seed: 12,
});
const bush = new Tree({
  x: 560,
  foot: 470,
  crown: { y: 380, width: 200, height: 130 },
  leaves: 2200,
  sway: 14,
  seed: 13,
});

const swaying = [3.2, 5.1].map((pace) => (seconds: number) => Math.sin(seconds * pace));

/** Trees in the wind. */
export const treeCases: readonly HardCase[] = [
  fall('tree', { trees: [nearTree], calm: 0.3 }),
  fall('tree-for-long', { trees: [nearTree], calm: 0.2, frames: 1900, firstScored: 1000 }),
  fall('tree-gale', { trees: [nearTree, bush], calm: 0.05, shadows: true }),
  hardCase('tree-yard', {
    frames: 500,
    firstScored: 60,
    framesPerSecond: 25,
    bitrate: 600,
    paint: (picture, i) => {
      picture.reset(yardScene);
      yardTree.shade(picture, i / 25, gust(i / 25));
      paintPassages(picture, yardPassers, i / 25);
      yardTree.paint(picture, i / 25, gust(i / 25));
    },
  }),
  hardCase('swinging-branches', {
    frames: 500,
    bitrate: 500,
    paint: (picture, i) => {
      picture.reset(yardScene);
      for (const [n, swing] of swaying.entries()) {
        const tip = 36 * swing(i / 25) * gust(i / 25, 0.2);
        const pen = { colour: [52, 44, 36], truth: 0, width: 9 } as const;
        picture.line([120 + n * 300, 0], [150 + n * 300 + tip, 170], pen);
        for (let leaf = 0; leaf < 12; leaf++)
          picture.ellipse(
            { x: 150 + n * 300 + tip + 14 * Math.sin(leaf * 2.4), y: 165 + 3 * leaf, width: 26, height: 14 },
            { colour: [60 + leaf * 8, 92, 40], truth: 0 },
          );
      }
      paintPassages(picture, yardPassers.slice(0, 1), i / 25);
    },
  }),
];
