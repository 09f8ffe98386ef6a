import { describe, expect, it } from 'vitest';
import { LivenessEvidence } from '../../../../services/vision/faces/liveness-evidence.ts';
import { headPoints, photoPoints } from './head-points.ts';

const yaws = [0, 8, 18, 26, 20, 5];

function evidence(options: {
  readonly points?: typeof headPoints;
  readonly scores?: readonly number[];
  readonly scale?: number;
}): number | null {
  const { points, scores = [], scale = 1 } = options;
  const one = new LivenessEvidence();
  for (const score of scores) one.score(score);
  if (points) for (const yaw of yaws) one.look(points({ yaw, pitch: 0, scale }));
  return one.liveness === null ? null : Math.round(one.liveness * 100) / 100;
}

describe('LivenessEvidence', () => {
  it('says nothing before there is anything to say', () => {
    expect(evidence({})).toBeNull();
    const still = new LivenessEvidence();
    for (let i = 0; i < 8; i += 1) still.look(headPoints({ yaw: 0, pitch: 0, scale: 1 }));
    expect(still.liveness).toBeNull();
  });

  it('believes a head that turns, and not a picture that is tilted', () => {
    expect([evidence({ points: headPoints }), evidence({ points: photoPoints })]).toEqual([0.82, 0.08]);
  });

  it('weighs the networks, which alone never decide', () => {
    expect(evidence({ scores: [0.9999] })).toBe(0.88);
    expect(evidence({ scores: [0.0001] })).toBe(0.12);
    expect(evidence({ scores: [0.6, 0.4] })).toBe(0.5);
    expect(evidence({ scores: [0.9999], points: headPoints })).toBe(0.97);
    expect(evidence({ scores: [0.9999], points: photoPoints })).toBe(0.38);
    expect(evidence({ scores: [0.0001], points: headPoints })).toBe(0.38);
  });

  it('forgets old scores', () => {
    expect(evidence({ scores: [0, 0, 0, 0.5, 0.5, 0.5, 0.5, 0.5] })).toBe(0.5);
  });

  it('judges no motion of a face that is too small, or that has no landmarks', () => {
    expect(evidence({ points: headPoints, scale: 0.2 })).toBeNull();
    expect(evidence({ points: () => [] })).toBeNull();
  });
});
