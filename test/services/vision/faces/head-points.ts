import type { Point } from '../../../../models/alignment.ts';

/** How a head or a picture of one is held, in degrees, and pixels between its eyes in units of 60. */
export interface Head {
  readonly yaw: number;
  readonly pitch: number;
  readonly scale: number;
}

/** 68 points of a head in the order of iBUG 300-W, roughly: x to the picture's right, y down, z towards the camera. */
const solid: readonly (readonly [number, number, number])[] = [
  ...row(17, (t) => [
    1.1 * Math.sin((t - 0.5) * Math.PI),
    1.5 * Math.cos((t - 0.5) * Math.PI),
    -0.9 + 0.8 * Math.cos((t - 0.5) * Math.PI),
  ]),
  ...row(5, (t) => [-0.85 + 0.6 * t, -0.35, 0.05]),
  ...row(5, (t) => [0.25 + 0.6 * t, -0.35, 0.05]),
  ...row(4, (t) => [0, 0.55 * t, 0.15 + 0.4 * t]),
  ...row(5, (t) => [-0.25 + 0.5 * t, 0.65, 0.3]),
  ...row(6, (t) => [-0.5 + 0.2 * Math.cos(2 * Math.PI * t), 0.08 * Math.sin(2 * Math.PI * t), -0.05]),
  ...row(6, (t) => [0.5 + 0.2 * Math.cos(2 * Math.PI * t), 0.08 * Math.sin(2 * Math.PI * t), -0.05]),
  ...row(20, (t) => [0.4 * Math.cos(2 * Math.PI * t), 1 + 0.12 * Math.sin(2 * Math.PI * t), 0.15]),
];

/** A head before the camera, in pixels. */
export function headPoints(head: Head): Point[] {
  return solid.map((point) => project(point, head));
}

/** The same for a flat picture of a head that looked straight. */
export function photoPoints(head: Head): Point[] {
  return solid.map(([x, y]) => project([x, y, 0], head));
}

function project([x, y, z]: readonly [number, number, number], { yaw, pitch, scale }: Head): Point {
  const [a, b] = [(yaw * Math.PI) / 180, (pitch * Math.PI) / 180];
  const across = x * Math.cos(a) + z * Math.sin(a);
  const deep = z * Math.cos(a) - x * Math.sin(a);
  return { x: 200 + 60 * scale * across, y: 200 + 60 * scale * (y * Math.cos(b) - deep * Math.sin(b)) };
}

function row(
  count: number,
  at: (share: number) => readonly [number, number, number],
): (readonly [number, number, number])[] {
  return Array.from({ length: count }, (_, i) => at(i / Math.max(count - 1, 1)));
}
