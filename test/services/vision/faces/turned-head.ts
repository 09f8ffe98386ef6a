import type { Point } from '../../../../models/alignment.ts';
import type { Pose } from '../../../../services/contract/person.ts';

/** Points of iBUG 300-W on a plain head: across, down and forward, in units of the distance between the eyes. */
const head: ReadonlyMap<number, readonly [number, number, number]> = new Map(
  (
    [
      [30, 0, 0.56, 0.69],
      [31, -0.233, 0.696, 0.36],
      [33, 0, 0.773, 0.475],
      [35, 0.233, 0.696, 0.36],
      [36, -0.698, 0, 0],
      [39, -0.294, 0.029, 0.133],
      [42, 0.294, 0.029, 0.133],
      [45, 0.698, 0, 0],
      [48, -0.446, 1.062, 0.152],
      [54, 0.446, 1.062, 0.152],
    ] as const
  ).map(([point, x, y, z]) => [point, [x, y, z]]),
);

/** The 68 points of a head that looks where `pose` says, `size` pixels between the eyes; the nose's root at `at`. */
export function turnedHead(pose: Pose, size = 40, at: Point = { x: 60, y: 50 }): Point[] {
  const [yaw, pitch, roll] = [pose.yaw, pose.pitch, pose.roll].map((degrees) => (degrees * Math.PI) / 180);
  const [cy, sy] = [Math.cos(yaw ?? 0), Math.sin(yaw ?? 0)];
  const [cp, sp] = [Math.cos(pitch ?? 0), Math.sin(pitch ?? 0)];
  const [cr, sr] = [Math.cos(roll ?? 0), Math.sin(roll ?? 0)];
  const seen = ([x, y, z]: readonly [number, number, number]): Point => {
    const [across, forward] = [cy * x + sy * z, cy * z - sy * x];
    const down = cp * y - sp * forward;
    return { x: at.x + size * (cr * across - sr * down), y: at.y + size * (sr * across + cr * down) };
  };
  const corners = { right: [36, 39], left: [42, 45] } as const;
  return Array.from({ length: 68 }, (_, i) => {
    const [a, b] = i < 42 ? corners.right : corners.left;
    const eye = i >= 36 && i < 48 ? (i % 2 === 0 ? a : b) : 30;
    return seen(head.get(i) ?? head.get(eye) ?? [0, 0, 0]);
  });
}
