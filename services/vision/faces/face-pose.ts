import { meanOf, type Point } from '../../../models/alignment.ts';
import type { Pose } from '../../contract/person.ts';

/**
 * A mean face in three dimensions, at points of iBUG 300-W: corners of the eyes, nose, corners of the mouth. Across and down
 * are dlib's mean face (models/dlib-resnet.ts). Forward, in the same unit, which is about 12 cm: the tip of the nose lies
 * 0.6 of the way from eyes to mouth before their plane (Gee and Cipolla 1994, "Determining the gaze of faces in images").
 */
const meanFace: readonly { readonly point: number; readonly at: readonly [number, number, number] }[] = [
  { point: 30, at: [0.490127, 0.515625, 0.36] },
  { point: 31, at: [0.36688, 0.587326, 0.19] },
  { point: 33, at: [0.490127, 0.628106, 0.25] },
  { point: 35, at: [0.613373, 0.587326, 0.19] },
  { point: 36, at: [0.121737, 0.216423, 0] },
  { point: 39, at: [0.334606, 0.231733, 0.07] },
  { point: 42, at: [0.645647, 0.231733, 0.07] },
  { point: 45, at: [0.858516, 0.216423, 0] },
  { point: 48, at: [0.254149, 0.780233, 0.08] },
  { point: 54, at: [0.726104, 0.780233, 0.08] },
];

type Vector = readonly [number, number, number];

const centre = meanVector(meanFace.map(({ at }) => at));
const relative = meanFace.map(({ at }): Vector => [at[0] - centre[0], at[1] - centre[1], at[2] - centre[2]]);
const fitting = leastSquares(relative);

/**
 * Where a head looks, from its 68 landmarks in pixels: the affine camera that brings the mean face closest to the points, taken
 * apart into turns. Good to some eight degrees up to a half profile; null when the points lie on one spot.
 */
export function poseOf(landmarks: readonly Point[]): Pose | null {
  const points = meanFace.map(({ point }) => landmarks[point] ?? { x: 0, y: 0 });
  const middle = meanOf(points);
  const across: Vector = rowOf(points.map(({ x }) => x - middle.x));
  const down: Vector = rowOf(points.map(({ y }) => y - middle.y));
  if (Math.hypot(across[0], down[0]) < 1e-6) return null;
  // The axis of the head from the chin to the crown gives the roll; the rest is read with the head set upright.
  const roll = Math.atan2(-across[1], down[1]);
  const [cos, sin] = [Math.cos(roll), Math.sin(roll)];
  const level = (i: 0 | 1 | 2): number => cos * across[i] + sin * down[i];
  const upright = (i: 0 | 1 | 2): number => cos * down[i] - sin * across[i];
  const yaw = Math.atan2(level(2), level(0));
  const pitch = Math.atan2(upright(0) * Math.sin(yaw) - upright(2) * Math.cos(yaw), upright(1));
  return { yaw: degrees(yaw), pitch: degrees(pitch), roll: degrees(roll) };
}

/** How one coordinate of a picture depends on the three of the mean face. */
function rowOf(values: readonly number[]): Vector {
  const row: [number, number, number] = [0, 0, 0];
  for (const [i, value] of values.entries()) {
    const weights = fitting[i] ?? [0, 0, 0];
    row[0] += weights[0] * value;
    row[1] += weights[1] * value;
    row[2] += weights[2] * value;
  }
  return row;
}

/** The pseudo-inverse of the points, (PᵀP)⁻¹Pᵀ, a column a point. */
function leastSquares(points: readonly Vector[]): readonly Vector[] {
  const sum = (i: 0 | 1 | 2, j: 0 | 1 | 2): number =>
    points.reduce((total, point) => total + point[i] * point[j], 0);
  const [xx, xy, xz, yy, yz, zz] = [sum(0, 0), sum(0, 1), sum(0, 2), sum(1, 1), sum(1, 2), sum(2, 2)];
  const first: Vector = [yy * zz - yz * yz, xz * yz - xy * zz, xy * yz - xz * yy];
  const second: Vector = [first[1], xx * zz - xz * xz, xy * xz - xx * yz];
  const third: Vector = [first[2], second[2], xx * yy - xy * xy];
  const determinant = xx * first[0] + xy * first[1] + xz * first[2];
  const dot = (a: Vector, b: Vector): number => (a[0] * b[0] + a[1] * b[1] + a[2] * b[2]) / determinant;
  return points.map((point): Vector => [dot(first, point), dot(second, point), dot(third, point)]);
}

function meanVector(all: readonly Vector[]): Vector {
  const mean = (i: 0 | 1 | 2): number => all.reduce((sum, each) => sum + each[i], 0) / all.length;
  return [mean(0), mean(1), mean(2)];
}

function degrees(radians: number): number {
  return Math.round((radians * 1800) / Math.PI) / 10;
}
