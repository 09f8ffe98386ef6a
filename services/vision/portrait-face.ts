import type { Face } from './faces.ts';
import type { PortraitFace } from './portrait-guide.ts';

/** A face as the guide of an enrolment sees it, in a picture so many pixels wide. */
export function portraitFace(
  { box, pose, flaw }: Pick<Face, 'box' | 'pose' | 'flaw'>,
  width: number,
): PortraitFace {
  // Turning is what they are asked to do, and the guide tells by itself who should come closer.
  const isWanted = flaw === 'turned' || flaw === 'small';
  return {
    box,
    side: box.width * width,
    pose: pose ?? { yaw: 90, pitch: 0, roll: 0 },
    flaw: isWanted ? null : flaw,
  };
}
