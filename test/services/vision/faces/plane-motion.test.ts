import { describe, expect, it } from 'vitest';
import { planeMotion } from '../../../../services/vision/faces/plane-motion.ts';
import { type Head, headPoints, photoPoints } from './head-points.ts';

const round = (value: number): number => Math.round(value * 1000) / 1000;
const straight: Head = { yaw: 0, pitch: 0, scale: 1 };

describe('planeMotion', () => {
  it('finds a picture flat, however it is tilted, turned, moved and enlarged', () => {
    for (const yaw of [-35, -10, 20, 40])
      for (const pitch of [-20, 0, 25]) {
        const { residual } = planeMotion(photoPoints(straight), photoPoints({ yaw, pitch, scale: 1.3 }));
        expect(round(residual)).toBe(0);
      }
  });

  it('measures how much a picture was tilted', () => {
    const { tilt } = planeMotion(photoPoints(straight), photoPoints({ ...straight, yaw: 30 }));
    expect(round(tilt)).toBe(round(-Math.log(Math.cos(Math.PI / 6))));
  });

  it('sees the nose of a head that turns stand out, more the further it turns', () => {
    const motions = [5, 15, 30].map((yaw) =>
      planeMotion(headPoints(straight), headPoints({ ...straight, yaw })),
    );
    const [few, some, many] = motions.map(({ residual }) => residual);
    expect(few).toBeLessThan(0.04);
    expect(some).toBeGreaterThan(0.07);
    expect(many).toBeGreaterThan(0.14);
    expect(motions.map(({ turn }) => turn > 0.15)).toEqual([false, true, true]);
  });

  it('does not care about the size, nor about a face of a single point', () => {
    const once = planeMotion(headPoints(straight), headPoints({ ...straight, yaw: 15 }));
    const twice = planeMotion(headPoints(straight), headPoints({ yaw: 15, pitch: 0, scale: 2 }));
    expect(round(twice.residual)).toBe(round(once.residual));
    const none = Array.from({ length: 68 }, () => ({ x: 1, y: 1 }));
    expect(planeMotion(none, none)).toEqual({ residual: 0, tilt: 0, turn: 0 });
  });
});
