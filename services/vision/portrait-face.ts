import { meanOf } from '../../models/alignment.ts';
import type { Face } from './faces.ts';
import type { PortraitFace } from './portrait-guide.ts';

/** A face as the guide of an enrolment sees it; `width` of the picture in pixels. */
export function portraitFace(face: Face, width: number): PortraitFace {
  const right = meanOf(face.landmarks.slice(36, 42));
  const left = meanOf(face.landmarks.slice(42, 48));
  const nose = face.landmarks[30] ?? meanOf(face.landmarks);
  const distance = Math.hypot(left.x - right.x, left.y - right.y);
  const aside = (nose.x - (left.x + right.x) / 2) / Math.max(distance, 1);
  const roll = (Math.atan2(left.y - right.y, left.x - right.x) * 180) / Math.PI;
  return {
    box: face.box,
    side: face.box.width * width,
    pose: { yaw: (Math.asin(Math.min(Math.max(aside * 1.2, -1), 1)) * 180) / Math.PI, pitch: 0, roll },
    flaw: null,
  };
}
