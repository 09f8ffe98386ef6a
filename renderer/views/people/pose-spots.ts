import type { EnrolledFace, Pose } from '../../../services/contract/person.ts';

/** Where a face is seen from: the five spots of the dial. `left`: their left side is seen. */
export const spots = ['front', 'left', 'right', 'up', 'down'] as const;
export type Spot = (typeof spots)[number];

/** In degrees from straight into the camera; from here on a face counts as seen from that side. */
const sideYaw = 15;
const sidePitch = 12;
/** As the gallery judges: a poorer face helps little. */
export const usableQuality = 0.4;

/** The spot of one head. A head that looks up is seen from below. */
export function spotOf({ yaw, pitch }: Pose): Spot {
  if (Math.max(Math.abs(yaw) / sideYaw, Math.abs(pitch) / sidePitch) <= 1) return 'front';
  if (Math.abs(yaw) / sideYaw >= Math.abs(pitch) / sidePitch) return yaw < 0 ? 'left' : 'right';
  return pitch > 0 ? 'down' : 'up';
}

/** Which spots somebody's usable faces cover. A face whose pose was never judged counts as seen from the front. */
export function spotsOf(faces: readonly Pick<EnrolledFace, 'pose' | 'quality'>[]): ReadonlySet<Spot> {
  const usable = faces.filter(({ quality }) => (quality ?? 1) >= usableQuality);
  return new Set(usable.map(({ pose }) => (pose === null ? 'front' : spotOf(pose))));
}
