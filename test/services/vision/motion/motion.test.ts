import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../services/contract/box.ts';
import { LUMA_HEIGHT, LUMA_WIDTH } from '../../../../services/vision/motion/luma.ts';
import { type Motion, MotionDetector } from '../../../../services/vision/motion/motion.ts';
import { frameOf, seeded, texturedScene } from './moving-scene.ts';

const scene = texturedScene(7);

/** What the detector tells of each frame of a scene that `frame(i)` gives the pixels of. */
function watch(
  frames: number,
  frame: (i: number) => (x: number, y: number) => number,
  options = { levels: 6, sensitivity: 0.5 },
): readonly Motion[] {
  const detector = new MotionDetector({ sensitivity: options.sensitivity });
  const random = seeded(1);
  return Array.from({ length: frames }, (_, i) =>
    detector.find(frameOf(frame(i), { levels: options.levels, random })),
  );
}

function alarms(motions: readonly Motion[]): readonly number[] {
  return motions.flatMap(({ boxes }, i) => (boxes.length > 0 ? [i] : []));
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const shared = Math.max(width, 0) * Math.max(height, 0);
  return shared / (a.width * a.height + b.width * b.height - shared);
}

/** A rectangle of 48×64 pixels that enters in frame 20 and moves on by `step` pixels a frame. */
function passer(i: number, step: number): { readonly left: number; readonly top: number } | null {
  return i < 20 ? null : { left: 10 + (i - 20) * step, top: 80 };
}

function withPasser(i: number, step: number): (x: number, y: number) => number {
  const place = passer(i, step);
  if (place === null) return scene;
  const { left, top } = place;
  return (x, y) =>
    x >= left && x < left + 48 && y >= top && y < top + 64 ? ((x + y) % 16 < 8 ? 10 : 245) : scene(x, y);
}

describe('MotionDetector', () => {
  it('is silent about noise', () => {
    const motions = watch(60, () => scene, { levels: 20, sensitivity: 0.5 });
    expect(alarms(motions)).toEqual([]);
    expect(motions.map((motion) => motion.scene)).toEqual(
      Array.from({ length: 60 }, (_, i) => (i < 4 ? 'new' : 'known')),
    );
  });

  it.each([2, 10])('finds what moves by %i pixels a frame, and nothing else', (step) => {
    const motions = watch(40, (i) => withPasser(i, step));
    expect(alarms(motions)).toEqual(Array.from({ length: 20 }, (_, i) => i + 20));
    for (let i = 20; i < 40; i++) {
      const place = passer(i, step);
      const boxes = motions[i]?.boxes ?? [];
      const truth = {
        x: (place?.left ?? 0) / LUMA_WIDTH,
        y: (place?.top ?? 0) / LUMA_HEIGHT,
        width: 48 / LUMA_WIDTH,
        height: 64 / LUMA_HEIGHT,
      };
      expect(Math.max(...boxes.map((box) => overlap(box, truth)))).toBeGreaterThan(0.7);
    }
  });

  it('follows lamps that are switched on and off again', () => {
    const motions = watch(80, (i) => (x, y) => scene(x, y) + (i >= 30 && i < 50 ? 45 : 0));
    expect(alarms(motions)).toEqual([]);
  });

  it('follows a change of exposure', () => {
    const exposed = (level: number) => 255 * (level / 255) ** 0.6;
    const motions = watch(60, (i) => (x, y) => (i < 30 ? scene(x, y) : exposed(scene(x, y))));
    expect(alarms(motions)).toEqual([]);
  });

  it('learns a new scene without alarm, and knows the old one when it comes back', () => {
    const other = texturedScene(99);
    const motions = watch(80, (i) => (i >= 30 && i < 50 ? other : scene));
    expect(alarms(motions)).toEqual([]);
    expect(motions[30]?.scene).toBe('changed');
    expect(motions[50]?.scene).toBe('known');
  });

  it('still finds what moves after the light changed', () => {
    const motions = watch(70, (i) => {
      const picture = i < 40 ? scene : withPasser(i - 20, 10);
      return (x, y) => picture(x, y) + (i >= 30 ? 30 : 0);
    });
    expect(alarms(motions)).toEqual(expect.arrayContaining([40, 41, 42, 43, 44, 45]));
  });

  it('lets the camera shake', () => {
    const shake = (i: number) => ({
      x: Math.round(9 * Math.sin(i * 1.7)),
      y: Math.round(6 * Math.cos(i * 2.3)),
    });
    const still = shake(0);
    const motions = watch(60, (i) => (x, y) => scene(x + shake(i).x, y + shake(i).y));
    expect(alarms(motions)).toEqual([]);
    expect(motions.map(({ shift }) => shift)).toEqual(
      Array.from({ length: 60 }, (_, i) => ({
        x: shake(i).x - still.x,
        y: shake(i).y - still.y,
      })),
    );
  });

  it('forgets the place that something has left', () => {
    // Something stands there from the start and walks off: the bare floor behind it must not stay an alarm.
    const thing = (x: number, y: number, left: number) =>
      x >= left && x < left + 40 && y >= 60 && y < 120 ? ((x - left + y) % 12 < 6 ? 20 : 235) : 120;
    const motions = watch(90, (i) => (x, y) => thing(x, y, 100 + Math.max(0, i - 20) * 8));
    expect(motions.slice(60).filter(({ boxes }) => boxes.length > 0)).toEqual([]);
  });

  it('gets used to rain, and still sees what walks through it', () => {
    const drops = seeded(5);
    let fallen: readonly { x: number; y: number }[] = [];
    const motions = watch(120, (i) => {
      fallen = Array.from({ length: 2 }, () => ({ x: drops() * 310, y: drops() * 60 }));
      const now = fallen;
      const picture = i < 100 ? scene : withPasser(i - 80, 6);
      return (x, y) =>
        now.some((drop) => x >= drop.x && x < drop.x + 4 && y >= drop.y && y < drop.y + 16)
          ? 250
          : picture(x, y);
    });
    // Two drops fall in each of these forty frames; a few still pass for something, where one falls next to another.
    expect(alarms(motions.slice(60, 100)).length).toBeLessThan(10);
    expect(alarms(motions.slice(100))).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });

  it('is keener or calmer as it is told', () => {
    const faint = (i: number) => (x: number, y: number) =>
      i >= 20 && x >= 100 && x < 140 && y >= 60 && y < 120 ? 130 : 120;
    const told = [0, 0.5, 1].map(
      (sensitivity) => alarms(watch(25, faint, { levels: 2, sensitivity })).length > 0,
    );
    expect(told).toEqual([false, false, true]);
  });

  it('tells nothing while the camera switches to infrared light, and what moves soon after', () => {
    const detector = new MotionDetector({ sensitivity: 0.5 });
    const random = seeded(2);
    const motions = Array.from({ length: 80 }, (_, i) => {
      const night = i >= 30;
      const picture = i < 50 ? scene : withPasser(i - 30, 10);
      const seen = (x: number, y: number) => (night ? 40 + 0.6 * (255 - picture(x, y)) : picture(x, y));
      return detector.find(frameOf(seen, { levels: 4, random }), night ? 0.1 : 12);
    });
    expect(alarms(motions.slice(0, 50))).toEqual([]);
    expect(motions.slice(32, 36).map(({ scene: kind }) => kind)).toEqual([
      'changed',
      'changed',
      'changed',
      'changed',
    ]);
    expect(alarms(motions.slice(52, 72))).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });

  it('believes who looked: where nothing ever is, only what travels counts, and an object brings all back', () => {
    const place = { x: 0.3, y: 0.3, width: 0.2, height: 0.3 };
    const flutter = (i: number) => (x: number, y: number) =>
      i >= 20 && i % 3 !== 0 && x >= 110 && x < 140 && y >= 64 && y < 94
        ? scene(x, y) + (y % 8 < 4 ? 70 : -70)
        : scene(x, y);
    const taught = [null, false].map((verdict) => {
      const detector = new MotionDetector({ sensitivity: 0.5 });
      const random = seeded(4);
      return Array.from({ length: 120 }, (_, i) => {
        const motion = detector.find(frameOf(flutter(i), { levels: 4, random }));
        if (verdict !== null && motion.boxes.length > 0)
          detector.teach([{ box: place, holdsObject: verdict }]);
        return motion;
      });
    });
    expect(taught.map((motions) => alarms(motions.slice(100)).length > 5)).toEqual([true, false]);
  });

  it('refuses a picture of another size', () => {
    expect(() => new MotionDetector({ sensitivity: 0.5 }).find(new Uint8Array(10))).toThrow(RangeError);
  });
});
