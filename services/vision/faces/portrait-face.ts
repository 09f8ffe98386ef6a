import type { Face } from './faces.ts';
import type { PortraitFace } from './portrait-guide.ts';

/** A face as the guide of an enrolment sees it, in a picture so many pixels wide. */
export function portraitFace(
  { box, pose, flaw, quality }: Pick<Face, 'box' | 'pose' | 'flaw' | 'quality'>,
  width: number,
): PortraitFace {
  // Turning is what they are asked to do, and the guide tells by itself who should come closer.
  const isWanted = flaw === null || flaw === 'turned' || flaw === 'small';
  // A face without any quality was seen, but its landmarks were not found.
  const unread = quality === 0 || pose === null ? 'blurred' : null;
  return {
    box,
    side: box.width * width,
    pose: pose ?? { yaw: 0, pitch: 0, roll: 0 },
    flaw: isWanted ? unread : flaw,
  };
}
