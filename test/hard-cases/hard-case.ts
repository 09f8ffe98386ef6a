import type { Picture } from './picture.ts';

/** A scene that is hard for a motion detector, as a film with its ground truth. */
export interface HardCase {
  readonly name: string;
  readonly framesPerSecond: number;
  readonly frames: number;
  /** The first frame that is scored, from 1; before it the detector may learn. */
  readonly firstScored: number;
  /** In kbit/s. */
  readonly bitrate: number;
  /** Paints frame `i`, from 0, upon a picture of 640×480. Frames are painted in their order. */
  readonly paint: (picture: Picture, i: number) => void;
}

export const WIDTH = 640;
export const HEIGHT = 480;

/** What all cases have in common unless they say otherwise. */
export function hardCase(name: string, options: Partial<HardCase> & Pick<HardCase, 'paint'>): HardCase {
  return { name, framesPerSecond: 25, frames: 300, firstScored: 60, bitrate: 400, ...options };
}
