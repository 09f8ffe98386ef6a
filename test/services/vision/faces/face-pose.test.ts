import { describe, expect, it } from 'vitest';
import { poseOf } from '../../../../services/vision/faces/face-pose.ts';
import { turnedHead } from './turned-head.ts';

describe('poseOf', () => {
  it('reads where a head looks', () => {
    for (const pose of [
      { yaw: 0, pitch: 0, roll: 0 },
      { yaw: 30, pitch: 0, roll: 0 },
      { yaw: -40, pitch: 0, roll: 0 },
      { yaw: 0, pitch: 20, roll: 0 },
      { yaw: 0, pitch: -25, roll: 0 },
      { yaw: 0, pitch: 0, roll: 35 },
      { yaw: 25, pitch: -15, roll: -20 },
    ]) {
      const found = poseOf(turnedHead(pose));
      expect(Math.abs((found?.yaw ?? 99) - pose.yaw), `yaw of ${JSON.stringify(pose)}`).toBeLessThan(3);
      expect(Math.abs((found?.pitch ?? 99) - pose.pitch), `pitch of ${JSON.stringify(pose)}`).toBeLessThan(3);
      expect(Math.abs((found?.roll ?? 99) - pose.roll), `roll of ${JSON.stringify(pose)}`).toBeLessThan(3);
    }
  });

  it('does not depend on the size or the place', () => {
    const pose = { yaw: 20, pitch: 10, roll: 5 };
    const [a, b] = [poseOf(turnedHead(pose, 20)), poseOf(turnedHead(pose, 200, { x: 900, y: 500 }))];
    expect(a).toEqual(b);
  });

  it('knows nothing of points on one spot', () => {
    expect(poseOf(Array.from({ length: 68 }, () => ({ x: 5, y: 5 })))).toBeNull();
  });
});
