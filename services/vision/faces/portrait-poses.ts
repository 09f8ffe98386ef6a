import type { PortraitPose, PortraitView, Pose } from '../../contract/person.ts';

type Advice = PortraitView['advice'];

/** Degrees. A camera hangs higher or lower than the face, so pitch counts from where the person looks straight into it. */
const FRONT = { yaw: 12, pitch: 22, roll: 20 };
const SIDE = { least: 16, most: 42, pitch: 20 };
const NOD = { least: 9, most: 32, yaw: 16 };

/**
 * The direction in which a head looks, null between two of them. `level`: the pitch of the face that was taken from the front;
 * null before, when only the front counts.
 */
export function directionOf(pose: Pose, level: number | null): PortraitPose | null {
  const { yaw, roll } = pose;
  if (Math.abs(roll) > FRONT.roll) return null;
  if (level === null)
    return Math.abs(yaw) <= FRONT.yaw && Math.abs(pose.pitch) <= FRONT.pitch ? 'front' : null;
  const nod = pose.pitch - level;
  if (isBetween(Math.abs(yaw), SIDE) && Math.abs(nod) <= SIDE.pitch) return yaw > 0 ? 'left' : 'right';
  if (isBetween(Math.abs(nod), NOD) && Math.abs(yaw) <= NOD.yaw) return nod > 0 ? 'up' : 'down';
  return Math.abs(yaw) <= FRONT.yaw && Math.abs(nod) < NOD.least ? 'front' : null;
}

/** How to come to look in the wanted direction, in the person's own left and right; null when the head looks there. */
export function adviceToward(wanted: PortraitPose, pose: Pose, level: number | null): Advice | null {
  if (directionOf(pose, level) === wanted) return null;
  const nod = pose.pitch - (level ?? 0);
  if (wanted === 'front') return 'look_straight';
  if (wanted === 'left' || wanted === 'right') {
    const turned = wanted === 'left' ? pose.yaw : -pose.yaw;
    if (turned < SIDE.least) return wanted === 'left' ? 'turn_left' : 'turn_right';
    if (turned > SIDE.most) return wanted === 'left' ? 'turn_right' : 'turn_left';
    return nod > 0 ? 'look_down' : 'look_up';
  }
  if (Math.abs(pose.yaw) > NOD.yaw) return 'look_straight';
  const nodded = wanted === 'up' ? nod : -nod;
  return nodded < NOD.least === (wanted === 'up') ? 'look_up' : 'look_down';
}

function isBetween(
  value: number,
  { least, most }: { readonly least: number; readonly most: number },
): boolean {
  return value >= least && value <= most;
}
