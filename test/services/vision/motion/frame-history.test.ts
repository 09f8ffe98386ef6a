import { describe, expect, it } from 'vitest';
import { FrameHistory, PATCH, type Point } from '../../../../services/vision/motion/frame-history.ts';
import { LUMA_HEIGHT, LUMA_WIDTH } from '../../../../services/vision/motion/luma.ts';
import { frameOf, seeded, texturedScene } from './moving-scene.ts';

const random = seeded(71);

function isInside({ x, y }: Point): boolean {
  return x >= 0 && y >= 0 && x + PATCH <= LUMA_WIDTH && y + PATCH <= LUMA_HEIGHT;
}

/** The sum of absolute differences of two patches. */
function difference([present, past]: readonly [Uint8Array, Uint8Array], at: Point, from: Point): number {
  if (!isInside(at) || !isInside(from)) return Infinity;
  let sum = 0;
  for (let y = 0; y < PATCH; y++)
    for (let x = 0; x < PATCH; x++)
      sum += Math.abs(
        (present[(at.y + y) * LUMA_WIDTH + at.x + x] ?? 0) -
          (past[(from.y + y) * LUMA_WIDTH + from.x + x] ?? 0),
      );
  return sum;
}

/** The three-step search, step by step. */
function expectedMove(present: Uint8Array, past: Uint8Array, places: { at: Point; from: Point }): Point {
  const { at, from } = places;
  const stayed = difference([present, past], at, from);
  if (stayed === Infinity || stayed < 4 * PATCH * PATCH) return { x: 0, y: 0 };
  let best = { place: from, sum: stayed };
  for (const step of [4, 2, 1]) {
    const centre = best.place;
    for (const y of [-step, 0, step])
      for (const x of [-step, 0, step]) {
        const place = { x: centre.x + x, y: centre.y + y };
        const sum = difference([present, past], at, place);
        if (sum < best.sum) best = { place, sum };
      }
  }
  if (2 * best.sum >= stayed) return { x: 0, y: 0 };
  return { x: from.x - best.place.x, y: from.y - best.place.y };
}

/** Points all over the picture and beyond its edges. */
function places(count: number): readonly { at: Point; from: Point }[] {
  return Array.from({ length: count }, (_, i) => {
    const at = { x: Math.floor(random() * 340) - 10, y: Math.floor(random() * 200) - 10 };
    const away = i % 2 === 0 ? 0 : 5;
    return { at, from: { x: at.x + Math.round((random() - 0.5) * away), y: at.y + away } };
  });
}

describe('FrameHistory', () => {
  it('finds what the search finds, in noise and on what moves', () => {
    const scene = texturedScene(33);
    const noise = Array.from({ length: 2 }, () =>
      new Uint8Array(LUMA_WIDTH * LUMA_HEIGHT).map(() => random() * 256),
    );
    const moving = [0, 1].map((i) => frameOf((x, y) => scene(x + 5 * i, y - 3 * i), { levels: 3, random }));
    for (const [past, present] of [noise, moving]) {
      if (past === undefined || present === undefined) throw new Error('two frames are compared');
      const history = new FrameHistory(1);
      history.push(past);
      history.push(present);
      for (const each of places(500))
        expect(history.moveOf(each.at, each.from)).toEqual(expectedMove(present, past, each));
    }
  });

  it('compares with the frame that many before, once there is one', () => {
    const history = new FrameHistory(3);
    const at = { x: 100, y: 60 };
    const moves = Array.from({ length: 8 }, (_, i) => {
      const left = 90 + 2 * i;
      const thing = (x: number, y: number) => 60 + Math.max(0, 150 - 12 * Math.hypot(x - left, y - 66));
      history.push(frameOf(thing, { levels: 2, random }));
      return history.moveOf({ x: left - 6, y: at.y }, { x: left - 6, y: at.y });
    });
    const still = { x: 0, y: 0 };
    expect(moves).toEqual([still, still, still, ...Array<Point>(5).fill({ x: 6, y: 0 })]);
  });
});
