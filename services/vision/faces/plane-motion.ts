import { meanOf, type Point } from '../../../models/alignment.ts';

/** What one look at the 68 points of a face became in another. */
export interface PlaneMotion {
  /** The root mean square, in distances between the eyes, of what the best affine map of the one to the other leaves over. */
  readonly residual: number;
  /** How much that map stretches one direction more than the other: the logarithm of their ratio, 0 when it keeps shapes. */
  readonly tilt: number;
  /** How far the nose moved sideways between the eyes, in distances between the eyes. */
  readonly turn: number;
}

/**
 * Whether two looks at a face may be two views of a plane. A picture that is moved, tilted or turned stays flat: under the weak
 * perspective of a camera the one look is an affine map of the other, and only what the landmarks are off is left over (Kollreider
 * et al., "Non-intrusive liveness detection by face images", 2009, use the same difference). The nose of a head stands out.
 */
export function planeMotion(before: readonly Point[], after: readonly Point[]): PlaneMotion {
  const { centre, target, xx, xy, yx, yy } = fitAffine(before, after);
  let square = 0;
  for (const [i, point] of before.entries()) {
    const other = after[i] ?? target;
    const [x, y] = [point.x - centre.x, point.y - centre.y];
    square += (xx * x + xy * y - (other.x - target.x)) ** 2 + (yx * x + yy * y - (other.y - target.y)) ** 2;
  }
  // The singular values of a 2 × 2 matrix are the sum and the difference of these two.
  const round = Math.hypot((xx + yy) / 2, (yx - xy) / 2);
  const oblong = Math.hypot((xx - yy) / 2, (yx + xy) / 2);
  return {
    residual: Math.sqrt(square / before.length) / Math.max(eyeDistance(after), 1e-6),
    tilt: Math.log(Math.max(round + oblong, 1e-6) / Math.max(Math.abs(round - oblong), 1e-6)),
    turn: Math.abs(noseOffset(after) - noseOffset(before)),
  };
}

/** Pixels between the middles of the eyes. */
export function eyeDistance(points: readonly Point[]): number {
  const { right, left } = eyesOf(points);
  return Math.hypot(left.x - right.x, left.y - right.y);
}

interface Affine {
  readonly centre: Point;
  readonly target: Point;
  readonly xx: number;
  readonly xy: number;
  readonly yx: number;
  readonly yy: number;
}

/** The affine map that brings `from` closest to `to` by least squares: of a point relative to `centre`, relative to `target`. */
function fitAffine(from: readonly Point[], to: readonly Point[]): Affine {
  const [centre, target] = [meanOf(from), meanOf(to)];
  const sums = { xx: 0, xy: 0, yy: 0, xu: 0, yu: 0, xv: 0, yv: 0 };
  for (const [i, point] of from.entries()) {
    const other = to[i] ?? target;
    const [x, y, u, v] = [point.x - centre.x, point.y - centre.y, other.x - target.x, other.y - target.y];
    sums.xx += x * x;
    sums.xy += x * y;
    sums.yy += y * y;
    sums.xu += x * u;
    sums.yu += y * u;
    sums.xv += x * v;
    sums.yv += y * v;
  }
  const area = Math.max(sums.xx * sums.yy - sums.xy * sums.xy, 1e-9);
  return {
    centre,
    target,
    xx: (sums.xu * sums.yy - sums.yu * sums.xy) / area,
    xy: (sums.yu * sums.xx - sums.xu * sums.xy) / area,
    yx: (sums.xv * sums.yy - sums.yv * sums.xy) / area,
    yy: (sums.yv * sums.xx - sums.xv * sums.xy) / area,
  };
}

function noseOffset(points: readonly Point[]): number {
  const { right, left } = eyesOf(points);
  const nose = points[30] ?? meanOf(points);
  const [dx, dy] = [left.x - right.x, left.y - right.y];
  const along = (nose.x - (left.x + right.x) / 2) * dx + (nose.y - (left.y + right.y) / 2) * dy;
  return along / Math.max(dx * dx + dy * dy, 1e-6);
}

function eyesOf(points: readonly Point[]): { readonly right: Point; readonly left: Point } {
  return { right: meanOf(points.slice(36, 42)), left: meanOf(points.slice(42, 48)) };
}
