import { meanOf, type Point } from '../../models/alignment.ts';

/** Pixels between the eyes: below the first there is nothing to recognise, above the second nothing is gained. */
const leastEyeDistance = 8;
const enoughEyeDistance = 40;
/** How far the nose may be off the middle between the eyes, as a share of their distance, before a face is a profile. */
const profile = 0.6;

/** How much there is to recognise in a face, 0..1, from its 68 landmarks in pixels and the detector's score. */
export function faceQuality(landmarks: readonly Point[], score: number): number {
  const right = meanOf(landmarks.slice(36, 42));
  const left = meanOf(landmarks.slice(42, 48));
  const nose = landmarks[30] ?? meanOf(landmarks);
  const dx = left.x - right.x;
  const dy = left.y - right.y;
  const distance = Math.hypot(dx, dy);
  if (distance === 0) return 0;
  const middle = meanOf([right, left]);
  // Along the line through the eyes, so that a tilted head counts as turned to the camera.
  const aside = Math.abs(((nose.x - middle.x) * dx + (nose.y - middle.y) * dy) / (distance * distance));
  const size = clamp((distance - leastEyeDistance) / (enoughEyeDistance - leastEyeDistance));
  return size * clamp(1 - aside / profile) * clamp(score);
}

function clamp(value: number): number {
  return Math.min(Math.max(value, 0), 1);
}
