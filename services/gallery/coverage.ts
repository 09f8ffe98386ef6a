import type { GalleryAdvice, Pose } from '../contract/person.ts';

/** So many usable faces make somebody easy to recognise: from the front, and from each side. */
export const ENOUGH_FACES = 5;
const FRONT_FACES = 2;
const SIDE_FACES = 1;
/** In degrees: to here a face counts as seen from the front, from here on as seen from a side. */
const FRONT_YAW = 12;
const SIDE_YAW = 15;
/** Below it a photo helps little: it is small, blurred or dark. */
const USABLE_QUALITY = 0.4;

interface KeptFace {
  readonly pose: Pose | null;
  readonly quality: number | null;
}

/**
 * What would make somebody easier to recognise, the most helpful first; nothing when the gallery is good. Faces whose
 * pose was never judged count as seen from the front. `left`: photos that show their left side, so the head is turned
 * to their own right.
 */
export function adviceFor(faces: readonly KeptFace[]): readonly GalleryAdvice[] {
  const usable = faces.filter(({ quality }) => (quality ?? 1) >= USABLE_QUALITY);
  const poor = faces.length - usable.length;
  if (usable.length === 0) return [{ want: poor > 0 ? 'sharper' : 'any', count: FRONT_FACES + SIDE_FACES }];
  const yaws = usable.map(({ pose }) => pose?.yaw ?? 0);
  const advice: GalleryAdvice[] = [
    { want: 'front', count: FRONT_FACES - yaws.filter((yaw) => Math.abs(yaw) <= FRONT_YAW).length },
    { want: 'left', count: SIDE_FACES - yaws.filter((yaw) => yaw < -SIDE_YAW).length },
    { want: 'right', count: SIDE_FACES - yaws.filter((yaw) => yaw > SIDE_YAW).length },
  ];
  const wanted = advice.filter(({ count }) => count > 0);
  const total = wanted.reduce((sum, { count }) => sum + count, 0);
  if (usable.length >= ENOUGH_FACES + 3) return [];
  const more = ENOUGH_FACES - usable.length - total;
  return more > 0 ? [...wanted, { want: 'any', count: more }] : wanted;
}
