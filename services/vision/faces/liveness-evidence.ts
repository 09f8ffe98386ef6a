import type { Point } from '../../../models/alignment.ts';
import { eyeDistance, planeMotion } from './plane-motion.ts';

/** Smaller faces have landmarks too rough to tell a plane from a head, in pixels between the eyes. */
const LEAST_EYES = 16;
const LOOKS_KEPT = 8;
const SCORES_KEPT = 5;
/**
 * Landmarks on printed photographs that were tilted by up to 35 degrees left 0.074 at most (462 pairs of 22 photographs), and the
 * nose seemed to move by 0.14; heads that turned left 0.1 and more.
 */
const SOLID = { residual: 0.1, turn: 0.15 };
/** Tilted this much, but flat: no head of the clips at hand did so, of the photographs 20 of 22. */
const FLAT = { residual: 0.04, tilt: 0.1 };
/** One odd look proves nothing. */
const LEAST_PAIRS = 2;
/** What each finding weighs, in natural logarithms of odds; the networks at most so much. */
const NETWORK_WEIGHT = 2;
const SOLID_WEIGHT = 1.5;
const FLAT_WEIGHT = -2.5;

/**
 * What speaks for a living face and what against it, over one visit: the networks' scores, and whether the face moves like a
 * head or like a picture of one. A hint, not a lock: a film of a turning head on a screen moves like a head, and of 32 further
 * photographs that were tilted before a drawn camera one passed for a head (17 were told, 14 left open). Blinks (Soukupova and
 * Cech, "Real-time eye blink detection using facial landmarks", 2016) are not counted: these landmarks hardly follow the lids.
 */
export class LivenessEvidence {
  #looks: readonly (readonly Point[])[] = [];
  #scores: readonly number[] = [];
  #solid = 0;
  #flat = 0;

  /** The 68 landmarks of the face in another frame, in pixels of any picture of it. */
  look(points: readonly Point[]): void {
    if (points.length !== 68 || eyeDistance(points) < LEAST_EYES) return;
    for (const before of this.#looks) {
      const { residual, tilt, turn } = planeMotion(before, points);
      if (residual >= SOLID.residual && turn >= SOLID.turn) this.#solid += 1;
      if (residual < FLAT.residual && tilt >= FLAT.tilt) this.#flat += 1;
    }
    this.#looks = [...this.#looks, points].slice(-LOOKS_KEPT);
  }

  /** What the networks said of one picture, 0..1. */
  score(score: number): void {
    this.#scores = [...this.#scores, score].slice(-SCORES_KEPT);
  }

  /** How sure it is that the face lives, 0..1; null when nothing can be said. */
  get liveness(): number | null {
    const findings: number[] = [];
    if (this.#scores.length > 0) findings.push(oddsOf(meanOf(this.#scores)));
    if (this.#solid >= LEAST_PAIRS) findings.push(SOLID_WEIGHT);
    else if (this.#flat >= LEAST_PAIRS) findings.push(FLAT_WEIGHT);
    if (findings.length === 0) return null;
    return 1 / (1 + Math.exp(-findings.reduce((sum, finding) => sum + finding, 0)));
  }
}

function oddsOf(probability: number): number {
  const odds = Math.log(Math.max(probability, 1e-6) / Math.max(1 - probability, 1e-6));
  return Math.min(Math.max(odds, -NETWORK_WEIGHT), NETWORK_WEIGHT);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
