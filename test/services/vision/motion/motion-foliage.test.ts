import { describe, expect, it } from 'vitest';
import { LUMA_HEIGHT, LUMA_WIDTH } from '../../../../services/vision/motion/luma-size.ts';
import { type Motion, MotionDetector } from '../../../../services/vision/motion/motion.ts';
import { paintCar } from '../../../hard-cases/actors.ts';
import { street } from '../../../hard-cases/backdrops.ts';
import { gust, Tree } from '../../../hard-cases/foliage.ts';
import { Picture } from '../../../hard-cases/picture.ts';

const background = street(LUMA_WIDTH, LUMA_HEIGHT, 3);
const RED = [178, 40, 42] as const;

/** The brightness of the street after something was painted on it. */
function lumaWith(paint: (picture: Picture) => void): Uint8Array {
  const picture = new Picture(LUMA_WIDTH, LUMA_HEIGHT);
  picture.reset(background);
  paint(picture);
  return new Uint8Array(LUMA_WIDTH * LUMA_HEIGHT).map((_, at) => picture.rgb[3 * at + 1] ?? 0);
}

/** What a fresh detector finds in each frame. */
function watch(frames: number, frame: (i: number) => Uint8Array): readonly Motion[] {
  const detector = new MotionDetector({ sensitivity: 0.5 });
  return Array.from({ length: frames }, (_, i) => detector.find(frame(i)));
}

function alarmRate(motions: readonly Motion[]): number {
  return motions.filter(({ boxes }) => boxes.length > 0).length / motions.length;
}

describe('foliage', () => {
  it('gets to know a tree in the wind, and still sees the car that drives past it', () => {
    const crown = { y: 60, width: 120, height: 100 };
    const tree = new Tree({ x: 90, foot: 170, crown, leaves: 900, sway: 9, seed: 5 });
    const gale = Array.from({ length: 150 }, (_, i) =>
      lumaWith((picture) => {
        tree.paint(picture, i / 25, gust(i / 25, 0.1));
      }),
    );
    const withCar = (i: number) =>
      lumaWith((picture) => {
        paintCar(picture, { x: 340 - 4 * i, foot: 128, height: 24, colour: RED, seed: 1 }, -1);
        tree.paint(picture, i / 25, gust(i / 25, 0.1));
      });
    const still = new Uint8Array(LUMA_WIDTH * LUMA_HEIGHT);
    const motions = watch(1600, (i) => (i < 1500 ? (gale[i % 150] ?? still) : withCar(i - 1500)));
    expect(alarmRate(motions.slice(20, 170))).toBeGreaterThan(0.5);
    expect(alarmRate(motions.slice(1200, 1500))).toBeLessThan(0.1);
    const car = motions.slice(1510, 1580).map(({ boxes }, i) => {
      const x = (340 - 4 * (i + 10)) / LUMA_WIDTH;
      return boxes.some((box) => box.x < x && box.x + box.width > x);
    });
    expect(car.filter(Boolean).length).toBeGreaterThan(65);
  });

  it('never takes a busy lane for foliage, however slow and small its cars are', () => {
    const lane = (i: number) => (picture: Picture) => {
      for (let n = 0; n < 12; n++) {
        const x = ((i * 0.7 + n * 31 + 9 * Math.sin(n * 5)) % 400) - 30;
        const colour = n % 2 === 0 ? RED : ([235, 235, 235] as const);
        paintCar(picture, { x, foot: 108, height: 6, colour, seed: n }, 1);
      }
    };
    const motions = watch(1500, (i) => lumaWith(lane(i)));
    expect(alarmRate(motions.slice(100))).toBe(1);
    const seen = motions.slice(1400).map(({ boxes }) => boxes.reduce((sum, { width }) => sum + width, 0));
    expect(Math.min(...seen)).toBeGreaterThan(0.2);
  });
});
